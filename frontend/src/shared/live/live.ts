/**
 * The one seam for live data. Today a query with these options polls (with ETags, so an unchanged
 * answer is 304 without a body); push will come here and invalidate the same queries.
 */
export const LIVE_MS = 10_000;
export const SESSION_MS = 5_000;
/** While somebody waits for a charger's answer. */
export const WAITING_MS = 2_000;

/** Spread into a query's options. Polling rests while the page is hidden. */
export function live(everyMs: number = LIVE_MS) {
  return {
    refetchInterval: everyMs,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    staleTime: everyMs / 2,
  } as const;
}

/** Data this much older than its rhythm is shown grey. */
export function isStale(updatedAtMs: number, everyMs: number, nowMs: number): boolean {
  return nowMs - updatedAtMs > Math.max(3 * everyMs, 20_000);
}
