import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { UserLink } from "#/shared/operator/UserLink";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { QueryView } from "#/shared/ui/QueryView";
import { type TransactionDetail, timelineQuery } from "../api/transactions";
import { useTimelineText } from "./useTimelineText";

const LATE_MS = 60_000;

/** What happened, in words, in the station's time. */
export function Timeline({ transaction }: { transaction: TransactionDetail }) {
  const { transaction_id: transactionId, time_zone: zone } = transaction;
  const { t } = useLingui();
  const format = useFormat();
  const tell = useTimelineText(transaction);
  const query = useQuery(timelineQuery(transactionId));
  return (
    <Section title={t`Timeline`}>
      <QueryView query={query}>
        {(events) =>
          events.length === 0 ? (
            <EmptyState title={t`Nothing yet`}>
              <Trans>What happens to this transaction appears here.</Trans>
            </EmptyState>
          ) : (
            <ol className="grid gap-0">
              {events.map((event, index) => {
                const isLate = Date.parse(event.arrived_at) - Date.parse(event.at) > LATE_MS;
                return (
                  <li
                    // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end.
                    key={index}
                    className="group relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0"
                  >
                    <span aria-hidden className="relative flex justify-center">
                      <span className="z-10 mt-1.5 size-2.5 rounded-full bg-brand-ink" />
                      <span className="absolute top-3 -bottom-4 w-px bg-line group-last:hidden" />
                    </span>
                    <div>
                      <p>{tell(event)}</p>
                      <p
                        className="text-xs text-muted tabular"
                        title={event.message_ids.join(", ")}
                      >
                        {format.precise(event.at, zone)}
                        {isLate ? (
                          <Trans> · arrived {format.precise(event.arrived_at, zone)}</Trans>
                        ) : null}
                        {event.actor ? (
                          <>
                            {" · "}
                            <UserLink userId={event.actor} name={event.actor_name} />
                          </>
                        ) : null}
                      </p>
                    </div>
                  </li>
                );
              })}
            </ol>
          )
        }
      </QueryView>
    </Section>
  );
}
