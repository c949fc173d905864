import outlineUrl from "world-atlas/countries-50m.json?url";

type Position = [number, number];

interface Topology {
  arcs: Position[][];
  transform: { scale: Position; translate: Position };
  objects: { countries: { geometries: Geometry[] } };
}

type Geometry =
  | { type: "Polygon"; arcs: number[][] }
  | { type: "MultiPolygon"; arcs: number[][][] }
  | { type: null };

/** The countries of the world as rings of [latitude, longitude], for a map without tiles. */
export async function loadOutline(signal: AbortSignal): Promise<Position[][][]> {
  const response = await fetch(outlineUrl, { signal });
  const topology: Topology = await response.json();
  const arcs = topology.arcs.map((arc) => decode(arc, topology.transform));
  return topology.objects.countries.geometries.flatMap((geometry) => {
    if (geometry.type === "Polygon") return [geometry.arcs.map((ring) => join(ring, arcs))];
    if (geometry.type === "MultiPolygon") {
      return geometry.arcs.map((polygon) => polygon.map((ring) => join(ring, arcs)));
    }
    return [];
  });
}

/** TopoJSON stores whole steps from point to point. */
function decode(arc: Position[], { scale, translate }: Topology["transform"]): Position[] {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
  });
}

/** A ring is a chain of arcs that share their ends; a negative number is the arc backwards. */
function join(ring: number[], arcs: Position[][]): Position[] {
  const points = ring.flatMap((index, position) => {
    const arc = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []);
    return position === 0 ? arc : arc.slice(1);
  });
  return beyondTheDateLine(points);
}

/** From 179° to -179° goes on to 181°: a country across the date line is no band around the world. */
export function beyondTheDateLine(points: Position[]): Position[] {
  let turn = 0;
  let before = points[0]?.[1] ?? 0;
  return points.map(([latitude, longitude]) => {
    if (longitude - before > 180) turn -= 360;
    if (longitude - before < -180) turn += 360;
    before = longitude;
    return [latitude, longitude + turn];
  });
}
