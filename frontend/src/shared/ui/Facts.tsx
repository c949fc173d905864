import type { ReactNode } from "react";
import { cx } from "#/shared/lib/cx";

interface Fact {
  label: ReactNode;
  value: ReactNode;
}

/** Names and values in two columns. */
export function Facts({ facts, className }: { facts: (Fact | null)[]; className?: string }) {
  const shown = facts.filter((fact) => fact !== null);
  return (
    <dl className={cx("-my-1.5 grid gap-y-0 divide-y divide-line", className)}>
      {shown.map((fact, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their order.
          key={row}
          className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 py-2"
        >
          <dt className="text-muted">{fact.label}</dt>
          <dd className="ml-auto min-w-0 text-right font-medium tabular">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A number that matters, with its name. */
export function Stat({
  label,
  value,
  hint,
}: {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <p className="text-sm text-muted">{label}</p>
      <p className="text-2xl font-semibold tracking-tight tabular">{value}</p>
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
    </div>
  );
}
