export interface Point {
  latitude: number;
  longitude: number;
}

/** Metres between two places on the globe (haversine; good to half a percent). */
export function distanceMetres(from: Point, to: Point): number {
  const rad = Math.PI / 180;
  const half = (a: number, b: number) => Math.sin(((b - a) * rad) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(from.latitude * rad) *
      Math.cos(to.latitude * rad) *
      half(from.longitude, to.longitude);
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(chord)));
}
