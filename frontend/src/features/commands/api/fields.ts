import { instantOf, textOf } from "#/shared/operator/form";
import type { Payload } from "./commands";

/** Why a typed value cannot be sent, at which field. */
export class FieldMistake extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

export type FieldKind = "text" | "long" | "whole" | "choice" | "moment" | "json" | "words";

/** One input of a command. path: where it goes in the payload, as `log.remoteLocation`. */
export interface CommandField {
  path: string;
  label: string;
  kind: FieldKind;
  required?: boolean;
  options?: readonly string[];
  initial?: string;
  hint?: string;
  /** Number as the least that is allowed. */
  least?: number;
}

/** The payload that a filled form means. Raises FieldMistake for what cannot be read. */
export function payloadOf(
  fields: readonly CommandField[],
  form: FormData,
  notJson: string,
): Payload {
  const payload: Payload = {};
  for (const field of fields) {
    const value = typedValue(field, form, notJson);
    if (value !== null) put(payload, field.path.split("."), value);
  }
  return payload;
}

function typedValue(field: CommandField, form: FormData, notJson: string): unknown {
  const text = textOf(form, field.path);
  if (text === "") return null;
  switch (field.kind) {
    case "whole":
      return Number(text);
    case "moment":
      return instantOf(form, field.path);
    case "words":
      return text.split(/[\s,]+/).filter(Boolean);
    case "json":
      return parsed(field.path, text, notJson);
    default:
      return text;
  }
}

function parsed(path: string, text: string, notJson: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FieldMistake(path, notJson);
  }
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
