import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { live } from "#/shared/live/live";
import { everyPage } from "#/shared/operator/everyPage";
import type { Days } from "./days";
import { added, type DaySums, merged, type Sums } from "./sums";

export type StationSums = AdminSchema<"StationSumsView">;
export type ChargerSums = AdminSchema<"ChargerSumsView">;

/** What one thing billed: in all, and by day. */
export interface Report {
  total: Sums;
  days: DaySums[];
}

const MOST = 200;
/** Of 200 stations, or 200 transactions of a person. */
const MOST_PAGES = 50;
/** Bills move these sums; nobody waits for one. */
export const REPORT_MS = 30_000;

interface Page extends Report {
  next_cursor: string | null;
}

/** All stations together. */
export function networkQuery(days: Days) {
  return queryOptions({
    queryKey: ["admin", "reports", "network", days],
    queryFn: ({ signal }) =>
      addedPages((cursor) =>
        unwrap(
          adminApi.GET("/api/admin/reports/summary", {
            params: { query: { ...asked(days), cursor, limit: MOST } },
            signal,
          }),
        ),
      ),
    ...live(REPORT_MS),
  });
}

/** Each station by itself, by name. */
export function stationSumsQuery(days: Days) {
  return queryOptions({
    queryKey: ["admin", "reports", "stations", days],
    queryFn: ({ signal }) =>
      everyPage<StationSums>(MOST_PAGES, (cursor) =>
        unwrap(
          adminApi.GET("/api/admin/reports/stations", {
            params: { query: { ...asked(days), cursor, limit: MOST } },
            signal,
          }),
        ),
      ),
    ...live(REPORT_MS),
  });
}

/** A station, with each of its chargers. */
export function stationReportQuery(stationId: string, days: Days) {
  return queryOptions({
    queryKey: ["admin", "reports", "station", stationId, days],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/reports/stations/{station_id}", {
          params: { path: { station_id: stationId }, query: asked(days) },
          signal,
        }),
      ),
    ...live(REPORT_MS),
  });
}

/** A charger, where it stands now. */
export function chargerReportQuery(chargerId: string, days: Days) {
  return queryOptions({
    queryKey: ["admin", "reports", "charger", chargerId, days],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/reports/chargers/{charger_id}", {
          params: { path: { charger_id: chargerId }, query: asked(days) },
          signal,
        }),
      ),
    ...live(REPORT_MS),
  });
}

/** What a person paid for. */
export function userReportQuery(userId: string, days: Days) {
  return queryOptions({
    queryKey: ["admin", "reports", "user", userId, days],
    queryFn: ({ signal }) =>
      addedPages((cursor) =>
        unwrap(
          adminApi.GET("/api/admin/reports/users/{user_id}", {
            params: {
              path: { user_id: userId },
              query: { ...asked(days), cursor, limit: MOST },
            },
            signal,
          }),
        ),
      ),
    ...live(REPORT_MS),
  });
}

function asked({ first, last }: Days) {
  return { first_day: first, last_day: last };
}

async function addedPages(read: (cursor: string | undefined) => Promise<Page>): Promise<Report> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    pages.push(page);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  const currency = pages[0]?.total.currency ?? "";
  return {
    total: added(
      pages.map((page) => page.total),
      currency,
    ),
    days: merged(
      pages.map((page) => page.days),
      currency,
    ),
  };
}
