import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { Section } from "#/shared/ui/Card";
import { Stat } from "#/shared/ui/Facts";
import { QueryView } from "#/shared/ui/QueryView";
import { Segmented } from "#/shared/ui/Segmented";
import { Skeleton } from "#/shared/ui/Skeleton";
import { type Range, summaryQuery } from "../api/summary";
import { DayBars } from "./DayBars";

interface Props {
  range: Range;
  onRange: (range: Range) => void;
}

/** Energy, sessions and revenue of the chosen days. */
export function RangeSummary({ range, onRange }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery({ ...summaryQuery(range), placeholderData: keepPreviousData });
  return (
    <Section
      title={t`Charged`}
      actions={
        <Segmented
          label={t`Days`}
          value={range}
          options={[
            { value: "today", label: t`Today` },
            { value: "week", label: t`7 days` },
            { value: "month", label: t`30 days` },
          ]}
          onChange={onRange}
        />
      }
    >
      <QueryView query={query} skeleton={<Skeleton className="h-80" />}>
        {(summary) => (
          <div className="grid gap-5">
            <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
              <Stat label={t`Energy`} value={format.energy(summary.total.energy_wh)} />
              <Stat label={t`Sessions`} value={format.number(summary.total.sessions)} />
              <Stat
                label={t`Revenue`}
                value={format.money(summary.total.revenue_minor, summary.total.currency)}
                hint={t`Tax included, refunds taken off`}
              />
            </div>
            {summary.complete ? null : (
              <p className="text-sm text-warn">
                <Trans>There are more stations than one sum can hold: some are missing here.</Trans>
              </p>
            )}
            <DayBars days={summary.days} />
          </div>
        )}
      </QueryView>
    </Section>
  );
}
