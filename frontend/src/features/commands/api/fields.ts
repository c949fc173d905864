import { instantOf, textOf } from "#/shared/operator/form";
import type { Payload } from "./commands";

export type FieldKind =
  | "text"
  | "long"
  | "whole"
  | "decimal"
  | "choice"
  | "moment"
  | "words"
  | "rows";

/** One input of a command. path: where it goes in the payload, as `log.remoteLocation`. */
export interface CommandField {
  path: string;
  label: string;
  kind: FieldKind;
  required?: boolean;
  options?: readonly string[];
  initial?: string;
  hint?: string;
  /** The least number that is allowed. */
  least?: number;
  /** The most characters. */
  longest?: number;
  /** Of rows: what each has, and how many there are at first. */
  columns?: readonly CommandField[];
  rows?: number;
  /** Of rows: the button that adds one. */
  add?: string;
}

/** The payload that a filled form means. prefix: of the inputs' names, within a row. */
export function payloadOf(fields: readonly CommandField[], form: FormData, prefix = ""): Payload {
  const payload: Payload = {};
  for (const field of fields) {
    const value = typedValue(field, form, prefix + field.path);
    if (value !== null) put(payload, field.path.split("."), value);
  }
  return payload;
}

/** The beginning of the names of a row's inputs. Each row has a hidden one that holds its key. */
export function rowPrefix(name: string, key: string): string {
  return `${name}.${key}.`;
}

function typedValue(field: CommandField, form: FormData, name: string): unknown {
  if (field.kind === "rows") return rowsOf(field, form, name);
  const text = textOf(form, name);
  if (text === "") return null;
  switch (field.kind) {
    case "whole":
    case "decimal":
      return Number(text);
    case "moment":
      return instantOf(form, name);
    case "words":
      return text.split(/[\s,]+/).filter(Boolean);
    default:
      return text;
  }
}

function rowsOf({ columns = [] }: CommandField, form: FormData, name: string): Payload[] | null {
  const keys = form.getAll(name).map(String);
  if (keys.length === 0) return null;
  return keys.map((key) => payloadOf(columns, form, rowPrefix(name, key)));
}

function put(payload: Payload, [name = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    payload[name] = value;
    return;
  }
  const kept = payload[name];
  const inner: Payload = isRecord(kept) ? kept : {};
  payload[name] = inner;
  put(inner, rest, value);
}

function isRecord(value: unknown): value is Payload {
  return typeof value === "object" && value !== null;
}
