import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";
import { everyPage } from "./everyPage";

export type Charger = AdminSchema<"ChargerView">;
export type ChargerDetail = AdminSchema<"ChargerDetail">;
export type Reachability = AdminSchema<"Reachability">;

export interface ChargerFilter {
  stationId?: string;
  reachability?: Reachability;
  prefix?: string;
}

const PAGE = 50;
const MOST = 200;
const MOST_PAGES = 10;

/** Chargers page by page: by name, or those of a station, or those on- or offline. */
export function chargersQuery(filter: ChargerFilter) {
  return {
    ...pagedQuery(["admin", "chargers", filter], (cursor, signal) =>
      read(filter, cursor, PAGE, signal),
    ),
    ...live(),
  };
}

/** All chargers (the first 2,000), for choices and counts. */
export const allChargersQuery = queryOptions({
  queryKey: ["admin", "chargers", "all"],
  queryFn: ({ signal }) =>
    everyPage<Charger>(MOST_PAGES, (cursor) => read({}, cursor, MOST, signal)),
  ...live(30_000),
});

export function chargerQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/chargers/{charger_id}", {
          params: { path: { charger_id: chargerId } },
          signal,
        }),
      ),
    ...live(),
  });
}

function read(
  filter: ChargerFilter,
  cursor: string | undefined,
  limit: number,
  signal: AbortSignal,
) {
  const { stationId, reachability, prefix } = filter;
  const query = { station_id: stationId, reachability, prefix, cursor, limit };
  return unwrap(adminApi.GET("/api/admin/chargers", { params: { query }, signal }));
}
