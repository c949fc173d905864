import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type Curve, curvesOf, timesOf } from "../api/curves";
import { type Reading, readingsQuery } from "../api/transactions";

const LineChart = lazy(() =>
  import("#/shared/charts/LineChart").then((module) => ({ default: module.LineChart })),
);

interface Props {
  transactionId: number;
  /** The station's, as everywhere on the page. */
  zone: string;
}

/** What the charger measured: charts with one cursor, and the same as a table. */
export function ReadingCharts({ transactionId, zone }: Props) {
  const { t } = useLingui();
  const query = useQuery(readingsQuery(transactionId));
  return (
    <Section title={t`Readings`}>
      <QueryView query={query}>
        {(readings) =>
          readings.length === 0 ? (
            <EmptyState icon={<Icon name="chart-line" />} title={t`No readings yet`}>
              <Trans>The charger has not sent meter values for this transaction.</Trans>
            </EmptyState>
          ) : (
            <Charts readings={readings} group={`transaction-${transactionId}`} zone={zone} />
          )
        }
      </QueryView>
    </Section>
  );
}

function Charts({ readings, group, zone }: { readings: Reading[]; group: string; zone: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const timeText = useCallback(
    (at: number) => format.clock(new Date(at * 1000).toISOString(), zone),
    [format, zone],
  );
  const times = useMemo(() => timesOf(readings), [readings]);
  const curves = useMemo(() => curvesOf(readings), [readings]);
  const names: Record<Curve["kind"], string> = {
    energy: t`Energy`,
    power: t`Power`,
    current: t`Current`,
    voltage: t`Voltage`,
    charge: t`State of charge`,
  };
  return (
    <div className="grid gap-5">
      {times.length < 2 ? (
        <p className="text-muted">{t`One reading so far: curves need two.`}</p>
      ) : (
        curves.map((curve) => (
          <div key={curve.kind} className="min-w-0">
            <h3 className="mb-1 text-sm font-medium">{names[curve.kind]}</h3>
            <Suspense fallback={<div className="skeleton h-52" />}>
              <LineChart
                times={times}
                lines={curve.lines.map((line) => ({
                  ...line,
                  label: line.label || names[curve.kind],
                }))}
                unit={curve.unit}
                label={t`${names[curve.kind]} over time; the table below has the numbers.`}
                group={group}
                timeText={timeText}
              />
            </Suspense>
          </div>
        ))
      )}
      <details>
        <summary className="min-h-11 py-2 font-medium">{t`As a table`}</summary>
        <Numbers readings={readings} curves={curves} names={names} />
      </details>
    </div>
  );
}

interface NumbersProps {
  readings: Reading[];
  curves: Curve[];
  names: Record<Curve["kind"], string>;
}

function Numbers({ readings, curves, names }: NumbersProps) {
  const { t } = useLingui();
  const format = useFormat();
  const columns = curves.flatMap((curve) =>
    curve.lines.map((line) => ({
      head: `${names[curve.kind]} ${line.label} (${curve.unit})`,
      values: line.values,
    })),
  );
  return (
    <Table
      caption={t`Readings`}
      className="max-h-96 overflow-y-auto"
      head={
        <>
          <Th>{t`Taken`}</Th>
          {columns.map((column) => (
            <Th key={column.head} className="text-right">
              {column.head}
            </Th>
          ))}
        </>
      }
    >
      {readings.map((reading, row) => (
        <Tr key={reading.taken_at}>
          <Td className="whitespace-nowrap tabular">{format.precise(reading.taken_at)}</Td>
          {columns.map((column) => {
            const value = column.values[row];
            return (
              <Td key={column.head} numeric>
                {value === null || value === undefined ? "–" : format.number(value)}
              </Td>
            );
          })}
        </Tr>
      ))}
    </Table>
  );
}
