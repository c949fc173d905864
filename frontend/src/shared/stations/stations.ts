import { queryOptions } from "@tanstack/react-query";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";
import { live } from "#/shared/live/live";
import type { Bucket } from "#/shared/ui/BucketBadge";

export type Place = UserSchema<"PlaceView">;
export type PlaceDetail = UserSchema<"PlaceDetail">;
export type PriceTag = UserSchema<"PriceTag">;

/** A box of the map: west, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

const MOST_PLACES = 200;

/** Stations in a box, or the first ones of all. */
export function placesQuery(box: Box | null) {
  return queryOptions({
    queryKey: ["places", box],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/api/stations", {
          params: { query: { limit: MOST_PLACES, bbox: box ? box.join(",") : undefined } },
          signal,
        }),
      ),
    ...live(),
  });
}

export function placeQuery(stationId: string) {
  return queryOptions({
    queryKey: ["place", stationId],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/api/stations/{station_id}", {
          params: { path: { station_id: stationId } },
          signal,
        }),
      ),
  });
}

/** How many connectors there are, and how many in a state. */
export function countOf(connectors: Record<string, number>, bucket: Bucket): number {
  return connectors[bucket] ?? 0;
}

export function total(connectors: Record<string, number>): number {
  return Object.values(connectors).reduce((sum, count) => sum + count, 0);
}
