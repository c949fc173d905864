import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { laterPart } from "#/shared/ui/laterPart";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type Curve, curvesOf, timesOf } from "../api/curves";
import { type Reading, readingsQuery } from "../api/transactions";

const LineChart = laterPart(() => import("#/shared/charts/LineChart"));

const SHORT_S = 600;

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
  const times = useMemo(() => timesOf(readings), [readings]);
  const curves = useMemo(() => curvesOf(readings), [readings]);
  const texts = useChartTexts((times.at(-1) ?? 0) - (times[0] ?? 0), zone);
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
        curves.map((curve, index) => (
          <LineChart
            key={curve.kind}
            fallback={<div className="skeleton h-49" />}
            title={names[curve.kind]}
            unit={curve.unit}
            times={times}
            lines={curve.lines}
            span={curve.span}
            colour={index}
            label={t`${names[curve.kind]} over time; the table below has the numbers.`}
            group={group}
            texts={texts}
          />
        ))
      )}
      <details>
        <summary className="min-h-11 py-2 font-medium">{t`As a table`}</summary>
        <Numbers readings={readings} curves={curves} names={names} />
      </details>
    </div>
  );
}

/** Times in the station's zone; the axis tells seconds only where a chart is that short. */
function useChartTexts(lengthS: number, zone: string) {
  const format = useFormat();
  const isShort = lengthS < SHORT_S;
  return useMemo(() => {
    const iso = (at: number) => new Date(at * 1000).toISOString();
    return {
      tick: (at: number) => (isShort ? format.clock(iso(at), zone) : format.time(iso(at), zone)),
      moment: (at: number) => format.clock(iso(at), zone),
      number: format.number,
    };
  }, [format, zone, isShort]);
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
