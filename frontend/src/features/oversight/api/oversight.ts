import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type SecurityEvent = AdminSchema<"SecurityEventView">;
export type ChargerFindings = AdminSchema<"ChargerFindings">;

const EVENTS = 50;
/** Chargers that one request looks at. */
const CHARGERS = 50;

/** Which security events of a day. */
export interface EventFilter {
  kind?: string | undefined;
  charger?: string | undefined;
}

/** The security events that arrived on a day (UTC), newest first. */
export function securityEventsQuery(day: string, { kind, charger }: EventFilter) {
  const wanted = { day, kind, charger_id: charger };
  return {
    ...pagedQuery<SecurityEvent>(["admin", "security-events", wanted], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/security-events", {
          params: { query: { ...wanted, cursor, limit: EVENTS } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

/** Which chargers, and which of their findings. */
export interface FindingFilter {
  station?: string | undefined;
  vendor?: string | undefined;
  model?: string | undefined;
  code?: string | undefined;
}

/** The findings of chargers, by the chargers' names. */
export function findingsQuery({ station, vendor, model, code }: FindingFilter) {
  const wanted = { station_id: station, vendor, model, code };
  return {
    ...pagedQuery<ChargerFindings>(["admin", "findings", wanted], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/findings", {
          params: { query: { ...wanted, cursor, limit: CHARGERS } },
          signal,
        }),
      ),
    ),
    ...live(60_000),
  };
}

/** Today by the calendar that days of arrival are counted in. */
export function todayUtc(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

/** The day so many days later, or earlier when negative. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
