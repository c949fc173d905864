import { queryOptions, useQuery } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { live } from "#/shared/live/live";
import { everyPage } from "./everyPage";

export type Station = AdminSchema<"StationView">;

const MOST = 200;
const MOST_PAGES = 10;

/** All stations (the first 2,000), by name. */
export const stationsQuery = queryOptions({
  queryKey: ["admin", "stations"],
  queryFn: ({ signal }) =>
    everyPage<Station>(MOST_PAGES, (cursor) => {
      const query = { limit: MOST, cursor };
      return unwrap(adminApi.GET("/api/admin/stations", { params: { query }, signal }));
    }),
  ...live(),
});

export function stationQuery(stationId: string) {
  return queryOptions({
    queryKey: ["admin", "station", stationId],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/stations/{station_id}", {
          params: { path: { station_id: stationId } },
          signal,
        }),
      ),
    ...live(),
  });
}

/** The name of a station by its id, or the id while it is not known. */
export function useStationNames(): (stationId: string) => string {
  const stations = useQuery(stationsQuery).data;
  return (id) => stations?.find((one) => one.station_id === id)?.name ?? id;
}
