/** What a person typed, as an integer with so many digits behind the point; null when it is not one. */
export function scaledOf(text: string, digits: number): number | null {
  const match = /^(-?)(\d{1,12})(?:[.,](\d+))?$/.exec(text.replace(/\s/g, ""));
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (fraction.length > digits) return null;
  const scaled = Number(`${sign}${whole}${fraction.padEnd(digits, "0")}`);
  return Number.isSafeInteger(scaled) ? scaled : null;
}

/** The reverse, with all its digits: 1250 with two is "12.50". */
export function scaledText(value: number, digits: number): `${number}` {
  const sign = value < 0 ? "-" : "";
  const text = String(Math.abs(Math.trunc(value))).padStart(digits + 1, "0");
  if (digits === 0) return `${sign}${text}` as `${number}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}` as `${number}`;
}
