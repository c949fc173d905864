import type { AdminSchema } from "#/shared/api/admin";
import type { ChargerFindings } from "./oversight";

/** What a charger is; some name a vendor only. */
export interface Model {
  vendor: string;
  model: string | null;
}

/** One finding of one charger. */
export interface Deviation {
  key: string;
  charger: ChargerFindings;
  finding: AdminSchema<"FindingView">;
}

/** The findings of chargers, those seen last first. */
export function deviationsOf(chargers: readonly ChargerFindings[]): Deviation[] {
  return chargers
    .flatMap((charger) =>
      charger.findings.map((finding) => ({
        key: `${charger.charger_id} ${finding.code} ${finding.where}`,
        charger,
        finding,
      })),
    )
    .sort((one, other) => other.finding.last_seen_at.localeCompare(one.finding.last_seen_at));
}

/** What to choose models from: those that occur, each once and in order. */
export function modelsOf(chargers: readonly ChargerFindings[]): Model[] {
  const named = chargers.flatMap(({ vendor, model }) => (vendor ? [{ vendor, model }] : []));
  const byName = new Map(named.map((one) => [modelOf(one), one]));
  return [...byName.values()].sort((one, other) => modelOf(one).localeCompare(modelOf(other)));
}

/** Vendor and model, as the charger says; empty when it never said. */
export function modelOf({ vendor, model }: Pick<ChargerFindings, "vendor" | "model">): string {
  return [vendor, model].filter(Boolean).join(" ");
}
