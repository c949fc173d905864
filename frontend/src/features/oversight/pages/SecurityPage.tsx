import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { serverNowMs } from "#/shared/live/serverClock";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { ChargerSelect } from "#/shared/operator/ChargerSelect";
import { FilterBar } from "#/shared/operator/FilterBar";
import { CERTIFICATE_REFUSALS, SECURITY_EVENTS } from "#/shared/operator/words/chargers";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Field, Input, Select } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { dayAfter, type SecurityEvent, securityEventsQuery, todayUtc } from "../api/oversight";

export interface SecuritySearch {
  day?: string | undefined;
  kind?: string | undefined;
  charger?: string | undefined;
}

interface Props {
  search: SecuritySearch;
  onSearch: (search: SecuritySearch) => void;
}

/** What endangered chargers anywhere in the network, day by day. */
export function SecurityPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const today = todayUtc(serverNowMs());
  const day = search.day ?? today;
  const query = useInfiniteQuery({
    ...securityEventsQuery(day, search),
    placeholderData: keepPreviousData,
  });
  const isOld = useStale(query.dataUpdatedAt);
  const seen = query.data?.map((event) => event.kind) ?? [];
  return (
    <>
      <PageHeader title={t`Security events`} lead={<Freshness updatedAt={query.dataUpdatedAt} />} />
      <Filters
        day={day}
        today={today}
        kinds={[...new Set([...Object.keys(SECURITY_EVENTS), ...seen])]}
        search={search}
        onSearch={onSearch}
      />
      <Card className={`overflow-hidden ${isOld ? "stale" : ""}`}>
        <QueryView query={query}>
          {(events) => {
            if (events.length > 0) return <EventTable events={events} />;
            return (
              <EmptyState icon={<Icon name="shield-check" />} title={t`No security events here`}>
                {query.hasNextPage ? (
                  <Trans>None among those that are shown: older ones of the day may match.</Trans>
                ) : (
                  <Trans>Refused passwords, tampering and the like appear here.</Trans>
                )}
              </EmptyState>
            );
          }}
        </QueryView>
        <LoadMore query={query} />
      </Card>
    </>
  );
}

interface FilterProps extends Props {
  day: string;
  today: string;
  kinds: string[];
}

function Filters({ day, today, kinds, search, onSearch }: FilterProps) {
  const { t } = useLingui();
  const tell = useWord();
  const change = (part: SecuritySearch) => onSearch({ ...search, ...part });
  const { kind, charger } = search;
  return (
    <FilterBar>
      <Field label={t`Arrived on (UTC)`}>
        <Input
          type="date"
          required
          max={today}
          value={day}
          onChange={(event) => change({ day: event.target.value || undefined })}
        />
      </Field>
      <div className="flex gap-2 max-md:order-last max-md:col-span-2 md:!max-w-none">
        <Button onClick={() => change({ day: dayAfter(day, -1) })} className="h-11 flex-1">
          <Trans>Day before</Trans>
        </Button>
        <Button
          className="h-11 flex-1"
          disabled={day >= today}
          onClick={() => change({ day: dayAfter(day, 1) })}
        >
          <Trans>Day after</Trans>
        </Button>
      </div>
      <Field label={t`Kind`}>
        <Select
          value={kind ?? ""}
          onChange={(event) => change({ kind: event.target.value || undefined })}
        >
          <option value="">{t`All kinds`}</option>
          {(kind && !kinds.includes(kind) ? [kind, ...kinds] : kinds).map((one) => (
            <option key={one} value={one}>
              {tell(SECURITY_EVENTS, one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t`Charger`}>
        <ChargerSelect
          none={t`All chargers`}
          value={charger ?? ""}
          onChange={(event) => change({ charger: event.target.value || undefined })}
        />
      </Field>
    </FilterBar>
  );
}

function EventTable({ events }: { events: SecurityEvent[] }) {
  const { t } = useLingui();
  const tell = useWord();
  const format = useFormat();
  return (
    <Table
      caption={t`Security events`}
      rowCount={events.length}
      head={
        <>
          <Th>{t`Arrived`}</Th>
          <Th>{t`Charger`}</Th>
          <Th>{t`Event`}</Th>
          <Th>{t`Detail`}</Th>
          <Th>{t`Reported by`}</Th>
        </>
      }
    >
      <VirtualRows items={events} keyOf={keyOf} as="tr" height={57}>
        {(event, row) => (
          <Tr key={keyOf(event)} {...row}>
            <Td
              className="whitespace-nowrap tabular"
              title={t`It happened ${format.precise(event.at)}`}
            >
              {format.precise(event.arrived_at)}
            </Td>
            <Td part="name" className="min-w-40">
              <ChargerLink chargerId={event.charger_id}>
                {event.charger_name ?? event.charger_id}
              </ChargerLink>
              <p className="text-xs text-muted">{event.station_name}</p>
            </Td>
            <Td>
              <Badge tone="warn">{tell(SECURITY_EVENTS, event.kind)}</Badge>
            </Td>
            <Td className="max-w-96 min-w-48 break-words text-muted">
              {event.detail ? tell(CERTIFICATE_REFUSALS, event.detail) : null}
            </Td>
            <Td className="whitespace-nowrap">
              {event.reported_by === "charger" ? t`The charger` : t`This system`}
            </Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}

function keyOf({ charger_id, arrived_at, at, kind }: SecurityEvent): string {
  return `${charger_id} ${arrived_at} ${at} ${kind}`;
}
