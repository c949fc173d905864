/** A text field of a form, without the spaces around it. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** A text field, or null when it is empty. */
export function maybeText(form: FormData, name: string): string | null {
  return textOf(form, name) || null;
}

export function numberOf(form: FormData, name: string): number {
  return Number(textOf(form, name));
}

/** A local date and time field as an instant, or null when it is empty. */
export function instantOf(form: FormData, name: string): string | null {
  const text = textOf(form, name);
  return text === "" ? null : new Date(text).toISOString();
}

/** An instant as a local date and time field takes it. */
export function localInput(at: string | null): string {
  if (at === null) return "";
  const date = new Date(at);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
