import type { AdminSchema } from "#/shared/api/admin";
import type { ChargerFindings } from "./oversight";

/** One finding of one charger. */
export interface Deviation {
  key: string;
  charger: ChargerFindings;
  finding: AdminSchema<"FindingView">;
}

/** The findings of chargers, those seen last first; only of a code and a model, when named. */
export function deviationsOf(
  chargers: readonly ChargerFindings[],
  code?: string,
  model?: string,
): Deviation[] {
  return chargers
    .filter((charger) => !model || modelOf(charger) === model)
    .flatMap((charger) =>
      charger.findings
        .filter((finding) => !code || finding.code === code)
        .map((finding) => ({
          key: `${charger.charger_id} ${finding.code} ${finding.where}`,
          charger,
          finding,
        })),
    )
    .sort((one, other) => other.finding.last_seen_at.localeCompare(one.finding.last_seen_at));
}

/** Every code that occurs, in order. */
export function codesOf(chargers: readonly ChargerFindings[]): string[] {
  return [
    ...new Set(chargers.flatMap((one) => one.findings.map((finding) => finding.code))),
  ].sort();
}

/** Vendor and model, as the charger says; empty when it never said. */
export function modelOf({ vendor, model }: ChargerFindings): string {
  return [vendor, model].filter(Boolean).join(" ");
}
