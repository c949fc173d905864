import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { ANSWERS } from "#/shared/operator/words/answers";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { profilesQuery, reservationsQuery } from "../api/knowledge";
import { LocalListCard } from "../components/LocalListCard";
import { ReservationBadge } from "../components/ReservationBadge";

/** What the charger keeps to: limits, reservations, its own list of tags. */
export function PlansTab({ chargerId }: { chargerId: string }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-5">
        <Reservations chargerId={chargerId} />
        <Profiles chargerId={chargerId} />
      </div>
      <LocalListCard chargerId={chargerId} />
    </div>
  );
}

function Reservations({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const query = useInfiniteQuery(reservationsQuery(chargerId));
  return (
    <Section
      flush
      title={t`Reservations`}
      actions={<CommandLink chargerId={chargerId} action="ReserveNow" label={t`Reserve`} />}
    >
      <QueryView query={query}>
        {(reservations) =>
          reservations.length === 0 ? (
            <EmptyState icon={<Icon name="calendar-clock" />} title={t`No reservations`}>
              <Trans>Reserve a connector for a tag, and it is kept until then.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Reservations`}
              head={
                <>
                  <Th className="text-right">{t`Number`}</Th>
                  <Th>{t`State`}</Th>
                  <Th className="text-right">{t`Connector`}</Th>
                  <Th>{t`Tag`}</Th>
                  <Th>{t`Until`}</Th>
                  <Th>{t`Asked`}</Th>
                </>
              }
            >
              {reservations.map((one) => (
                <Tr key={one.reservation_id}>
                  <Td numeric part="number">
                    {one.reservation_id}
                  </Td>
                  <Td part="corner">
                    <ReservationBadge state={one.state} />
                    {one.reason ? (
                      <p className="text-xs text-muted">{word(ANSWERS, one.reason)}</p>
                    ) : null}
                  </Td>
                  <Td numeric>{one.connector_id === 0 ? t`Any` : one.connector_id}</Td>
                  <Td className="font-mono text-xs">{one.id_tag}</Td>
                  <Td className="tabular">{format.dateTime(one.expires_at)}</Td>
                  <Td>
                    <Ago at={one.requested_at} />
                  </Td>
                </Tr>
              ))}
            </Table>
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}

function Profiles({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(profilesQuery(chargerId));
  return (
    <Section
      flush
      title={t`Charging profiles`}
      actions={
        <CommandLink chargerId={chargerId} action="SetChargingProfile" label={t`Set a profile`} />
      }
    >
      <QueryView query={query}>
        {(profiles) =>
          profiles.length === 0 ? (
            <EmptyState icon={<Icon name="gauge" />} title={t`No limits`}>
              <Trans>A charging profile limits power or current over time.</Trans>
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {profiles.map((held) => (
                <li
                  key={`${held.connector_id} ${held.accepted_at} ${JSON.stringify(held.profile)}`}
                  className="px-4 py-3"
                >
                  <p className="flex justify-between gap-4 font-medium">
                    {held.connector_id === 0 ? t`Whole charger` : t`Connector ${held.connector_id}`}
                    <span className="text-sm font-normal text-muted">
                      <Trans>
                        accepted <Ago at={held.accepted_at} />
                      </Trans>
                    </span>
                  </p>
                  <pre className="mt-2 max-h-72 overflow-auto rounded-control bg-sunken p-3 font-mono text-xs">
                    {JSON.stringify(held.profile, null, 2)}
                  </pre>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function CommandLink({
  chargerId,
  action,
  label,
}: {
  chargerId: string;
  action: string;
  label: string;
}) {
  return (
    <ButtonLink
      size="small"
      to="/admin/chargers/$chargerId/commands"
      params={{ chargerId }}
      search={{ action }}
    >
      {label}
    </ButtonLink>
  );
}
