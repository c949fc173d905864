import { useLingui } from "@lingui/react/macro";
import { Bars } from "#/shared/charts/Bars";
import { useFormat } from "#/shared/lib/useFormat";
import type { Part } from "../api/sums";

export const MEASURES = ["energy", "revenue", "sessions"] as const;
export type Measure = (typeof MEASURES)[number];

const VALUES: Record<Measure, (part: Part) => number> = {
  energy: (part) => part.energy_wh,
  revenue: (part) => part.revenue_minor,
  sessions: (part) => part.sessions,
};
const COLOURS: Record<Measure, string> = {
  energy: "--c-chart-1",
  revenue: "--c-chart-2",
  sessions: "--c-chart-3",
};

interface Props {
  parts: Part[];
  measure: Measure;
  /** Names a part: a day, or a month. */
  nameOf: (part: Part) => string;
  shortNameOf: (part: Part) => string;
}

/** One bar per day or month; the same numbers stand in the table below. */
export function SumBars({ parts, measure, nameOf, shortNameOf }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const amountOf = VALUES[measure];
  const currency = parts[0]?.currency ?? "EUR";
  const texts: Record<Measure, (value: number) => string> = {
    energy: format.energy,
    revenue: (value) => format.money(value, currency),
    sessions: format.number,
  };
  return (
    <Bars
      bars={parts.map((part) => ({
        key: part.begins,
        value: amountOf(part),
        name: nameOf(part),
        shortName: shortNameOf(part),
      }))}
      least={1}
      text={texts[measure]}
      label={t`A bar for each part of the period; the table below has the numbers.`}
      colour={COLOURS[measure]}
    />
  );
}
