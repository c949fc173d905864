let offsetMs = 0;

/** Learns the server's clock from a Date header: devices are wrong by minutes, and ages must not be. */
export function noteServerTime(date: string | null, deviceMs = Date.now()): void {
  const serverMs = Date.parse(date ?? "");
  if (Number.isNaN(serverMs)) return;
  const difference = serverMs - deviceMs;
  // The header has whole seconds: small differences are rounding and travel.
  offsetMs = Math.abs(difference) < 2000 ? 0 : difference;
}

/** The server's time now, in milliseconds since 1970. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}
