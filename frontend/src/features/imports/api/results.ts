import { saveFile, toCsv } from "#/shared/lib/csv";
import type { ImportedLine, ImportKind } from "./imports";

const ACCESS = ["identity", "ocpp_url", "password", "password_hex"];

/** Saves what to enter in each new charger, at once: the passwords are in this answer only. */
export function saveAccess(lines: readonly ImportedLine[]): void {
  const text = accessTable(lines);
  if (text !== null) saveFile("charger-passwords.csv", text);
}

/** The access of each new charger as a table; null when there is none. */
export function accessTable(lines: readonly ImportedLine[]): string | null {
  const rows = lines.flatMap(({ access }) =>
    access ? [[access.identity, access.ocpp_url, access.password.text, access.password.hex]] : [],
  );
  return rows.length === 0 ? null : toCsv([ACCESS, ...rows]);
}

/** Saves what became of each line. */
export function saveOutcome(kind: ImportKind, lines: readonly ImportedLine[]): void {
  const rows = lines.map(({ line, outcome, id, message }) => [line, outcome, id, message]);
  saveFile(`${kind}-outcome.csv`, toCsv([["line", "outcome", "id", "message"], ...rows]));
}
