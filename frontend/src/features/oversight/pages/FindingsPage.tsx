import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness } from "#/shared/live/Freshness";
import { Ago } from "#/shared/operator/Ago";
import { FilterBar } from "#/shared/operator/FilterBar";
import { StationSelect } from "#/shared/operator/StationSelect";
import { useStationNames } from "#/shared/operator/stations";
import { FINDINGS } from "#/shared/operator/words/chargers";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Field, Select } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { type Deviation, deviationsOf, type Model, modelOf, modelsOf } from "../api/deviations";
import { type FindingFilter, findingsQuery } from "../api/oversight";

interface Props {
  search: FindingFilter;
  onSearch: (search: FindingFilter) => void;
}

const FRESH_MS = 60_000;

/** How the chargers of the whole network deviate from OCPP. */
export function FindingsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const query = useInfiniteQuery({
    ...findingsQuery(search),
    placeholderData: keepPreviousData,
  });
  // What can be chosen is what occurs there, whatever is chosen now.
  const all = useInfiniteQuery(findingsQuery({ station: search.station })).data ?? [];
  const change = (part: FindingFilter) => onSearch({ ...search, ...part });
  return (
    <>
      <PageHeader
        title={t`Findings`}
        lead={
          <>
            <Trans>Where chargers deviate from OCPP, and how often.</Trans>{" "}
            <Freshness updatedAt={query.dataUpdatedAt} everyMs={FRESH_MS} />
          </>
        }
      />
      <FilterBar>
        <Field label={t`Station`}>
          <StationSelect
            none={t`All stations`}
            value={search.station ?? ""}
            onChange={(event) => change({ station: event.target.value || undefined })}
          />
        </Field>
        <CodeSelect value={search.code} onChange={(code) => change({ code })} />
        <ModelSelect models={modelsOf(all)} search={search} onChange={change} />
      </FilterBar>
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(found) => <Found deviations={deviationsOf(found)} hasMore={query.hasNextPage} />}
        </QueryView>
        <LoadMore query={query} />
      </Card>
    </>
  );
}

interface CodeProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function CodeSelect({ value, onChange }: CodeProps) {
  const { t } = useLingui();
  const tell = useWord();
  const known = Object.keys(FINDINGS);
  return (
    <Field label={t`Finding`}>
      <Select value={value ?? ""} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t`All findings`}</option>
        {(value && !known.includes(value) ? [value, ...known] : known).map((code) => (
          <option key={code} value={code}>
            {tell(FINDINGS, code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface ModelProps {
  models: Model[];
  search: FindingFilter;
  onChange: (part: FindingFilter) => void;
}

function ModelSelect({ models, search: { vendor, model }, onChange }: ModelProps) {
  const { t } = useLingui();
  const chosen = vendor ? { vendor, model: model ?? null } : null;
  const value = chosen ? modelOf(chosen) : "";
  const isListed = models.some((one) => modelOf(one) === value);
  const choices = chosen && !isListed ? [chosen, ...models] : models;
  const choose = (name: string) => {
    const one = choices.find((choice) => modelOf(choice) === name);
    onChange({ vendor: one?.vendor, model: one?.model ?? undefined });
  };
  return (
    <Field label={t`Model`}>
      <Select value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{t`All models`}</option>
        {choices.map((one) => (
          <option key={modelOf(one)} value={modelOf(one)}>
            {modelOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Found({ deviations, hasMore }: { deviations: Deviation[]; hasMore: boolean }) {
  const { t } = useLingui();
  if (deviations.length === 0) {
    return (
      <EmptyState icon={<Icon name="shield-check" />} title={t`Nothing found`}>
        {hasMore ? (
          <Trans>None among the chargers looked at so far: look at more of them.</Trans>
        ) : (
          <Trans>What these chargers sent was as the specification wants it.</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="border-b border-line px-4 py-2.5 text-sm text-muted">
        <Plural
          value={new Set(deviations.map((one) => one.charger.charger_id)).size}
          one="# charger deviates"
          other="# chargers deviate"
        />
      </p>
      <DeviationTable deviations={deviations} />
    </>
  );
}

function DeviationTable({ deviations }: { deviations: Deviation[] }) {
  const { t } = useLingui();
  const tell = useWord();
  const format = useFormat();
  const stationName = useStationNames();
  return (
    <Table
      caption={t`Deviations from OCPP`}
      rowCount={deviations.length}
      head={
        <>
          <Th>{t`Charger`}</Th>
          <Th>{t`Model`}</Th>
          <Th>{t`Finding`}</Th>
          <Th>{t`Where`}</Th>
          <Th className="text-right">{t`Times`}</Th>
          <Th>{t`Last`}</Th>
          <Th>{t`Sample`}</Th>
        </>
      }
    >
      <VirtualRows items={deviations} keyOf={(one) => one.key} as="tr" height={57}>
        {({ key, charger, finding }, row) => (
          <Tr key={key} {...row}>
            <Td className="min-w-40">
              <Link
                to="/admin/chargers/$chargerId/findings"
                params={{ chargerId: charger.charger_id }}
                className="font-medium text-brand-ink underline-offset-4 hover:underline"
              >
                {charger.name}
              </Link>
              <p className="text-xs text-muted">{stationName(charger.station_id)}</p>
            </Td>
            <Td className="min-w-32">
              {modelOf(charger) || "–"}
              <p className="text-xs text-muted">{charger.firmware_version}</p>
            </Td>
            <Td className="font-medium">{tell(FINDINGS, finding.code)}</Td>
            <Td className="break-all">{finding.where}</Td>
            <Td numeric>{format.number(finding.count)}</Td>
            <Td>
              <Ago at={finding.last_seen_at} />
            </Td>
            <Td className="max-w-72 font-mono text-xs break-all">{finding.sample}</Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}
