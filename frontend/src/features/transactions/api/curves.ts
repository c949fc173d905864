import type { Span } from "#/shared/charts/lines";
import type { Reading } from "./transactions";

type Sample = Reading["samples"][number];

/** One chart: lines with one unit over the times of the readings. */
export interface Curve {
  kind: "energy" | "power" | "current" | "voltage" | "charge";
  unit: string;
  /** How far its axis reaches. */
  span: Span;
  lines: { label: string; values: (number | null)[] }[];
}

const MEASURANDS: (Omit<Curve, "lines"> & { measurand: string })[] = [
  { kind: "power", measurand: "Power.Active.Import", unit: "kW", span: "from-zero" },
  { kind: "current", measurand: "Current.Import", unit: "A", span: "from-zero" },
  { kind: "voltage", measurand: "Voltage", unit: "V", span: "around" },
  { kind: "charge", measurand: "SoC", unit: "%", span: "percent" },
];

/** In seconds since 1970. */
export function timesOf(readings: Reading[]): number[] {
  return readings.map((reading) => Date.parse(reading.taken_at) / 1000);
}

/** What can be drawn of the readings; what was never measured has no curve. */
export function curvesOf(readings: Reading[]): Curve[] {
  const energy = energyCurve(readings);
  const others = MEASURANDS.map(({ measurand, ...curve }) => {
    const phases = phasesOf(readings, measurand);
    return { ...curve, lines: phases.map((phase) => lineOf(readings, measurand, phase)) };
  });
  return [energy, ...others].filter((curve) => curve.lines.length > 0);
}

function energyCurve(readings: Reading[]): Curve {
  const curve = { kind: "energy", unit: "kWh", span: "from-zero" } as const;
  const first = readings.find((reading) => reading.register_wh !== null)?.register_wh ?? null;
  if (first === null) return { ...curve, lines: [] };
  const values = readings.map(({ register_wh }) =>
    register_wh === null ? null : (register_wh - first) / 1000,
  );
  return { ...curve, lines: [{ label: "", values }] };
}

function phasesOf(readings: Reading[], measurand: string): (string | null)[] {
  const found = new Set<string | null>();
  for (const { samples } of readings) {
    for (const sample of samples) {
      if (sample.measurand === measurand && sample.value !== null) found.add(sample.phase);
    }
  }
  // The sum without a phase says all where there is one, but for voltages.
  return found.has(null) && measurand !== "Voltage" ? [null] : [...found].sort();
}

function lineOf(readings: Reading[], measurand: string, phase: string | null) {
  const values = readings.map(({ samples }) => {
    const sample = samples.find((one) => one.measurand === measurand && one.phase === phase);
    return sample ? numberOf(sample) : null;
  });
  return { label: phase ?? "", values };
}

/** Only for the eye: a chart needs no exactness. */
function numberOf({ value, unit }: Sample): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return unit === "W" ? number / 1000 : number;
}
