import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { niceTop } from "../api/scale";
import type { Part } from "../api/sums";

export const MEASURES = ["energy", "revenue", "sessions"] as const;
export type Measure = (typeof MEASURES)[number];

const VALUES: Record<Measure, (part: Part) => number> = {
  energy: (part) => part.energy_wh,
  revenue: (part) => part.revenue_minor,
  sessions: (part) => part.sessions,
};
const COLOURS: Record<Measure, string> = {
  energy: "bg-(--c-chart-1)",
  revenue: "bg-(--c-chart-2)",
  sessions: "bg-(--c-chart-3)",
};

interface Props {
  parts: Part[];
  measure: Measure;
  /** Names a part: a day, or a month. */
  nameOf: (part: Part) => string;
}

/** One bar per day or month; the same numbers stand in the table below. */
export function SumBars({ parts, measure, nameOf }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const amountOf = VALUES[measure];
  const top = niceTop(Math.max(...parts.map(amountOf), 0));
  const currency = parts[0]?.currency ?? "EUR";
  const texts: Record<Measure, (value: number) => string> = {
    energy: format.energy,
    revenue: (value) => format.money(value, currency),
    sessions: format.number,
  };
  const first = parts[0];
  const last = parts.at(-1);
  return (
    <div>
      <p className="text-xs text-muted tabular">{texts[measure](top)}</p>
      <div
        role="img"
        aria-label={t`A bar for each part of the period; the table below has the numbers.`}
        className="relative mt-1 flex h-48 items-end gap-px border-y border-line sm:gap-1"
      >
        <div className="pointer-events-none absolute inset-x-0 top-1/2 border-t border-line" />
        {parts.map((part) => (
          <div
            key={part.begins}
            className="group relative flex h-full min-w-0 flex-1 items-end justify-center hover:bg-sunken/60"
            title={`${nameOf(part)}: ${texts[measure](amountOf(part))}`}
          >
            <div
              className={`w-full max-w-14 rounded-t-sm transition-[height] group-hover:opacity-80 ${COLOURS[measure]}`}
              style={{ height: `${(Math.max(amountOf(part), 0) / top) * 100}%` }}
            />
          </div>
        ))}
      </div>
      <p aria-hidden className="mt-1.5 flex justify-between text-xs text-muted tabular">
        <span>{first ? nameOf(first) : null}</span>
        <span>{last && last !== first ? nameOf(last) : null}</span>
      </p>
    </div>
  );
}
