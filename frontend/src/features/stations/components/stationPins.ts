import type { Pin } from "#/shared/map/pins";
import type { Station } from "#/shared/operator/stations";

/** A station as the map shows it. */
export function pinOf(station: Station): Pin {
  const counts = station.connectors;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    id: station.station_id,
    latitude: station.latitude,
    longitude: station.longitude,
    free: counts.free ?? 0,
    total,
    isUnknown: total === 0 || counts.unknown === total,
    name: station.name,
  };
}
