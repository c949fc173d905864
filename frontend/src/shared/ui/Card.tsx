import type { HTMLAttributes, ReactNode } from "react";
import { cx } from "#/shared/lib/cx";

export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return (
    <div
      className={cx("rounded-card border border-line bg-surface shadow-low", className)}
      {...rest}
    />
  );
}

interface SectionProps {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Without padding around the content, for tables. */
  flush?: boolean;
}

/** A card with a heading: the building block of operators' pages. */
export function Section({ title, actions, children, className, flush = false }: SectionProps) {
  return (
    <section
      className={cx(
        "min-w-0 overflow-hidden rounded-card border border-line bg-surface shadow-low",
        className,
      )}
    >
      <header className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2">
        <h2 className="text-[0.9375rem] font-semibold">{title}</h2>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      <div className={flush ? "" : "p-4"}>{children}</div>
    </section>
  );
}
