import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { cx } from "#/shared/lib/cx";
import { useFormat } from "#/shared/lib/useFormat";
import { isStale, LIVE_MS } from "./live";

interface Props {
  /** `dataUpdatedAt` of the query, by the device's clock. */
  updatedAt: number;
  everyMs?: number;
  /** On the dark ground of a hero, in both themes. */
  onHero?: boolean;
  className?: string;
}

/** "Updated 12 seconds ago", and a warning once that is too long for what is shown. */
export function Freshness({ updatedAt, everyMs = LIVE_MS, onHero = false, className }: Props) {
  const format = useFormat();
  const now = useDeviceNow();
  if (updatedAt === 0) return null;
  const old = isStale(updatedAt, everyMs, now);
  const age = format.age((now - updatedAt) / 1000);
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 text-xs tabular",
        onHero ? (old ? "text-volt" : "text-hero-muted") : old ? "text-warn" : "text-muted",
        className,
      )}
    >
      <span aria-hidden className={cx("size-1.5 rounded-full", markOf(old, onHero))} />
      {old ? <Trans>Not updated since {age}</Trans> : <Trans>Updated {age}</Trans>}
    </span>
  );
}

function markOf(old: boolean, onHero: boolean): string {
  if (onHero) return old ? "bg-hero-muted" : "bg-volt";
  return old ? "bg-warn" : "bg-good";
}

/** Whether what a query shows is too old to be trusted; looks every few seconds. */
export function useStale(updatedAt: number, everyMs: number = LIVE_MS): boolean {
  const now = useDeviceNow();
  return updatedAt > 0 && isStale(updatedAt, everyMs, now);
}

function useDeviceNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
