import { useQuery } from "@tanstack/react-query";
import { placeQuery } from "./stations";

/** The name of a station, once known; names rarely change, so they are asked for rarely. */
export function StationName({ stationId, otherwise }: { stationId: string; otherwise: string }) {
  const place = useQuery({ ...placeQuery(stationId), staleTime: 600_000 });
  return place.data?.name ?? otherwise;
}
