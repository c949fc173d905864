import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export const KINDS = ["chargers", "id-tags"] as const;
export type ImportKind = (typeof KINDS)[number];

/** What became of a line, or would become of it; chargers that were created have their access. */
export type ImportedLine = AdminSchema<"ImportedLine"> & {
  access?: AdminSchema<"AccessView"> | null;
};

/** A table that somebody chose, as it is checked and then sent. */
export interface Table {
  name: string;
  text: string;
}

/** The most lines that the API takes at once. */
export const MOST_LINES: Record<ImportKind, number> = { chargers: 100, "id-tags": 500 };

/** A file is in an encoding other than UTF-8. */
export class NotUtf8 extends Error {}

/** The text of a file. Raises NotUtf8: letters would be lost without a word. */
export async function readTable(file: File): Promise<Table> {
  const bytes = await file.arrayBuffer();
  try {
    return { name: file.name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw new NotUtf8();
  }
}

/** What would become of each line; nothing is created. */
export function tryLines(kind: ImportKind, text: string): Promise<ImportedLine[]> {
  return send(kind, text, true);
}

/** Registers each line by itself. */
export function importLines(kind: ImportKind, text: string): Promise<ImportedLine[]> {
  return send(kind, text, false);
}

function send(kind: ImportKind, body: string, dry_run: boolean): Promise<ImportedLine[]> {
  const options = {
    params: { query: { dry_run } },
    body,
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  };
  return kind === "chargers"
    ? unwrap(adminApi.POST("/api/admin/chargers/import", options))
    : unwrap(adminApi.POST("/api/admin/id-tags/import", options));
}
