/** What a person typed, as an integer with so many digits behind the point; null when it is not one. */
export function scaledOf(text: string, digits: number): number | null {
  const match = /^(-?)(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (fraction.length > digits) return null;
  return Number(`${sign}${whole}${fraction.padEnd(digits, "0")}`);
}

/** The reverse, without zeros that say nothing. */
export function scaledText(value: number, digits: number): string {
  const sign = value < 0 ? "-" : "";
  const text = String(Math.abs(value)).padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  const fraction = text.slice(-digits).replace(/0+$/, "");
  return sign + text.slice(0, -digits) + (fraction ? `.${fraction}` : "");
}
