import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { CERTIFICATE_REFUSALS, SECURITY_EVENTS } from "#/shared/operator/words/chargers";
import { Badge } from "#/shared/ui/Badge";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { certificateRequestsQuery, securityEventsQuery } from "../api/knowledge";

/** What happened to the charger's security, and the certificates that it asked for. */
export function SecurityTab({ chargerId }: { chargerId: string }) {
  return (
    <div className="grid gap-5">
      <Events chargerId={chargerId} />
      <Requests chargerId={chargerId} />
    </div>
  );
}

function Events({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const query = useInfiniteQuery(securityEventsQuery(chargerId));
  return (
    <Section title={t`Security events`} flush>
      <QueryView query={query}>
        {(events) =>
          events.length === 0 ? (
            <EmptyState icon={<Icon name="shield-check" />} title={t`No security events`}>
              <Trans>Refused passwords, tampering and the like appear here.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Security events`}
              head={
                <>
                  <Th>{t`When`}</Th>
                  <Th>{t`Event`}</Th>
                  <Th>{t`Reported by`}</Th>
                  <Th>{t`Detail`}</Th>
                </>
              }
            >
              {events.map((event) => (
                <Tr key={`${event.arrived_at} ${event.kind} ${event.at}`}>
                  <Td className="whitespace-nowrap tabular">{format.precise(event.at)}</Td>
                  <Td part="name" className="font-medium">
                    {word(SECURITY_EVENTS, event.kind)}
                  </Td>
                  <Td>{event.reported_by === "charger" ? t`Charger` : t`This system`}</Td>
                  <Td className="text-muted">
                    {event.detail ? word(CERTIFICATE_REFUSALS, event.detail) : "–"}
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

function Requests({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const word = useWord();
  const query = useQuery(certificateRequestsQuery(chargerId));
  const names = { requested: t`Requested`, signed: t`Signed`, refused: t`Refused` };
  const tones = { requested: "busy", signed: "good", refused: "bad" } as const;
  return (
    <Section title={t`Requests for certificates`} flush>
      <QueryView query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <EmptyState icon={<Icon name="badge-check" />} title={t`No requests`}>
              <Trans>
                A charger with client certificates asks for a new one before the old one ends.
              </Trans>
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {requests.map((request) => (
                <li
                  key={request.requested_at}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5"
                >
                  <Badge tone={tones[request.state]}>{names[request.state]}</Badge>
                  <span className="flex-1">
                    {request.reason ? word(CERTIFICATE_REFUSALS, request.reason) : null}
                  </span>
                  <span className="text-sm text-muted">
                    <Ago at={request.requested_at} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
