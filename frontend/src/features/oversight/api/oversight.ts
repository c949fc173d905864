import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type SecurityEvent = AdminSchema<"SecurityEventView">;
export type ChargerFindings = AdminSchema<"ChargerFindings">;

const EVENTS = 200;
/** Chargers that one request looks at. */
const CHARGERS = 50;

/** The security events of all chargers that arrived on a day (UTC), newest first. */
export function securityEventsQuery(day: string) {
  return {
    ...pagedQuery<SecurityEvent>(["admin", "security-events", day], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/security-events", {
          params: { query: { day, cursor, limit: EVENTS } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

/** The findings of all chargers by name, or of those of a station. */
export function findingsQuery(stationId: string | undefined) {
  return {
    ...pagedQuery<ChargerFindings>(["admin", "findings", stationId ?? ""], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/findings", {
          params: { query: { station_id: stationId, cursor, limit: CHARGERS } },
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
