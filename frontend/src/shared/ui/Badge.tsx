import type { ReactNode } from "react";
import { cx } from "#/shared/lib/cx";

export type Tone = "good" | "busy" | "warn" | "bad" | "idle" | "brand";

const TONES: Record<Tone, string> = {
  good: "bg-good-soft text-good",
  busy: "bg-busy-soft text-busy",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  idle: "bg-idle-soft text-idle",
  brand: "bg-brand-soft text-brand-ink",
};

/** A word with a colour; the word carries the meaning, an icon helps. */
export function Badge({
  tone = "idle",
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex min-h-6 shrink-0 items-center gap-1 rounded-xl px-2 text-xs font-medium whitespace-nowrap [&>svg]:size-3.5",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
