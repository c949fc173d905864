/** A filter that stands in the address; anything but a text is none. */
export function textFilter(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value.slice(0, 300) : undefined;
}

/** One of a few words, or none. */
export function wordFilter<Word extends string>(
  words: readonly Word[],
  value: unknown,
): Word | undefined {
  return words.find((word) => word === value);
}
