import { Trans, useLingui } from "@lingui/react/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Stat } from "#/shared/ui/Facts";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { Segmented } from "#/shared/ui/Segmented";
import { Skeleton } from "#/shared/ui/Skeleton";
import { type Days, isByMonth } from "../api/days";
import { REPORT_MS, type Report } from "../api/reports";
import { type Part, partsOf } from "../api/sums";
import { CsvButton } from "./CsvButton";
import { PeriodPicker } from "./PeriodPicker";
import { MEASURES, type Measure, SumBars } from "./SumBars";
import { SumTable } from "./SumTable";

interface Props<Data extends Report> {
  query: UseQueryResult<Data>;
  days: Days;
  onDays: (days: Days) => void;
  /** Begins the names of its files. */
  file: string;
  /** Between the chart and the days: what the sums are made of. */
  children?: (report: Data) => ReactNode;
}

/** A period, what was billed in it, and the same by day. */
export function ReportView<Data extends Report>(props: Props<Data>) {
  const { query, days, onDays, file, children } = props;
  const isOld = useStale(query.dataUpdatedAt, REPORT_MS);
  return (
    <>
      <PeriodPicker days={days} onDays={onDays} />
      <QueryView query={query} skeleton={<Skeleton className="h-96" />}>
        {(report) => (
          <div className={`grid gap-5 ${isOld ? "stale" : ""}`}>
            <Billed report={report} days={days} updatedAt={query.dataUpdatedAt} />
            {report.total.sessions === 0 ? null : (
              <>
                {children?.(report)}
                <ByDay report={report} days={days} file={file} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  );
}

function Billed({ report, days, updatedAt }: { report: Report; days: Days; updatedAt: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = usePartName(days);
  const [measure, setMeasure] = useState<Measure>("energy");
  const { total } = report;
  const names: Record<Measure, string> = {
    energy: t`Energy`,
    revenue: t`Revenue`,
    sessions: t`Sessions`,
  };
  return (
    <Section title={t`Billed`} actions={<Freshness updatedAt={updatedAt} everyMs={REPORT_MS} />}>
      {total.sessions === 0 ? (
        <EmptyState icon={<Icon name="chart-line" />} title={t`Nothing was billed in these days`}>
          <Trans>Choose another period above. A session counts once it is billed.</Trans>
        </EmptyState>
      ) : (
        <div className="grid gap-5">
          <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
            <Stat label={t`Energy`} value={format.energy(total.energy_wh)} />
            <Stat
              label={t`Revenue`}
              value={format.money(total.revenue_minor, total.currency)}
              hint={t`Tax included, refunds taken off`}
            />
            <Stat label={t`Of which tax`} value={format.money(total.tax_minor, total.currency)} />
            <Stat label={t`Sessions`} value={format.number(total.sessions)} />
          </div>
          <Segmented
            label={t`What the bars show`}
            className="justify-self-start"
            value={measure}
            options={MEASURES.map((value) => ({ value, label: names[value] }))}
            onChange={setMeasure}
          />
          <SumBars
            parts={partsOf(days, report.days, total.currency)}
            measure={measure}
            nameOf={nameOf}
            shortNameOf={(part) => (isByMonth(days) ? nameOf(part) : format.day(part.begins))}
          />
        </div>
      )}
    </Section>
  );
}

function ByDay({ report, days, file }: { report: Report; days: Days; file: string }) {
  const { t } = useLingui();
  const nameOf = usePartName(days);
  const title = isByMonth(days) ? t`By month` : t`By day`;
  const parts = partsOf(days, report.days, report.total.currency).filter(
    (part) => part.sessions > 0,
  );
  return (
    <Section
      title={title}
      flush
      actions={
        <CsvButton
          name={`${file}-days-${days.first}-${days.last}`}
          columns={["day"]}
          cells={(one) => [one.day]}
          rows={report.days}
        />
      }
    >
      <SumTable
        caption={title}
        of={isByMonth(days) ? t`Month` : t`Day`}
        rows={parts}
        keyOf={(part) => part.begins}
        name={nameOf}
      />
    </Section>
  );
}

function usePartName(days: Days): (part: Part) => string {
  const format = useFormat();
  return isByMonth(days)
    ? (part) => format.month(part.begins)
    : (part) => format.date(part.begins, "UTC");
}
