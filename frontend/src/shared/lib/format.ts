/** The only place that turns money, energy, power and time into text. Everything goes through Intl. */

import { scaledOf, scaledText } from "./decimals";

/** Digits behind the point of a currency: EUR 2, JPY 0, KWD 3. */
export function currencyDigits(currency: string): number {
  const options = numberFormat("en", { style: "currency", currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** Whole minor units as a decimal string, exactly: 1234 EUR is "12.34". */
export function minorToDecimal(amountMinor: number, currency: string): `${number}` {
  return scaledText(amountMinor, currencyDigits(currency));
}

/** What a person typed as an amount, in whole minor units; null when it is not one. */
export function decimalToMinor(text: string, currency: string): number | null {
  return scaledOf(text, currencyDigits(currency));
}

/** An exact decimal as people of a language type it: 12.50 is "12,50" in German. */
export function formatDecimal(locale: string, exact: string): string {
  const parts = numberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(0.5);
  const point = parts.find((part) => part.type === "decimal")?.value ?? ".";
  return exact.replace(".", point);
}

export function formatMoney(locale: string, amountMinor: number, currency: string): string {
  return numberFormat(locale, { style: "currency", currency }).format(
    minorToDecimal(amountMinor, currency),
  );
}

/** A rate of 10⁻⁶ major units, per kWh or per minute: at least the currency's digits, at most six. */
export function formatRate(locale: string, rateMicro: number, currency: string): string {
  return numberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: 6,
  }).format(scaledText(rateMicro, 6));
}

/** A share of 10⁻⁶, as 190000 for 19 %. */
export function formatShare(locale: string, shareMicro: number): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    scaledText(shareMicro, 6),
  );
}

/** Energy in kWh with three digits below 10 kWh, so that a reading visibly moves, else two. */
export function formatEnergy(locale: string, energyWh: number): string {
  return `${energyNumber(locale, energyWh)}\u00a0kWh`;
}

/** The number of formatEnergy, without its unit, for large type. */
export function energyNumber(locale: string, energyWh: number): string {
  const digits = Math.abs(energyWh) < 10_000 ? 3 : 2;
  return numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(scaledText(energyWh, 3));
}

export function formatPower(locale: string, powerW: number): string {
  const digits = Math.abs(powerW) < 100_000 ? 1 : 0;
  const number = numberFormat(locale, { maximumFractionDigits: digits });
  return `${number.format(scaledText(powerW, 3))}\u00a0kW`;
}

export function formatNumber(locale: string, value: number): string {
  return numberFormat(locale).format(value);
}

/** A size as people read it: 840 byte, 12 kB, 3.4 MB. */
export function formatBytes(locale: string, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return numberFormat(locale, {
    style: "unit",
    unit: units[power],
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

export function formatPercent(locale: string, percent: number): string {
  return numberFormat(locale, { style: "percent" }).format(percent / 100);
}

export function formatDateTime(locale: string, at: string, timeZone?: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short" }, timeZone).format(
    new Date(at),
  );
}

/** With seconds, for logs and timelines. */
export function formatPrecise(locale: string, at: string, timeZone?: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "medium" }, timeZone).format(
    new Date(at),
  );
}

export function formatDate(locale: string, at: string, timeZone?: string): string {
  return dateFormat(locale, { dateStyle: "medium" }, timeZone).format(new Date(at));
}

export function formatTime(locale: string, at: string, timeZone?: string): string {
  return dateFormat(locale, { timeStyle: "short" }, timeZone).format(new Date(at));
}

/** The time of day with seconds, for charts. */
export function formatClock(locale: string, at: string, timeZone?: string): string {
  return dateFormat(locale, { timeStyle: "medium" }, timeZone).format(new Date(at));
}

/** A day without its year, for the axis of a chart; the date is taken in UTC. */
export function formatDay(locale: string, at: string): string {
  return dateFormat(locale, { month: "short", day: "numeric" }, "UTC").format(new Date(at));
}

/** A month with its year; the date is taken in UTC. */
export function formatMonth(locale: string, at: string): string {
  return dateFormat(locale, { month: "short", year: "numeric" }, "UTC").format(new Date(at));
}

/** A day's short name; the date is taken in UTC. */
export function formatWeekday(locale: string, date: Date): string {
  return dateFormat(locale, { weekday: "short" }, "UTC").format(date);
}

/** The zone's short name at that moment, as a receipt prints it. */
export function formatZone(locale: string, at: string, timeZone: string): string {
  const parts = dateFormat(locale, { timeZoneName: "short" }, timeZone).formatToParts(new Date(at));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** A running time as a clock: 1:02:03, or 2:03 below an hour. */
export function formatStopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, "");
}

/** A length of time in words: "1 hr, 12 min". */
export function formatDuration(locale: string, seconds: number): string {
  const minutes = Math.max(0, Math.round(seconds / 60));
  const unit = (name: "hour" | "minute", value: number) =>
    numberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  if (minutes < 60) return unit("minute", minutes);
  const hours = unit("hour", Math.floor(minutes / 60));
  return minutes % 60 === 0 ? hours : `${hours} ${unit("minute", minutes % 60)}`;
}

/** How long ago, in the largest fitting unit: "12 seconds ago", "yesterday". */
export function formatAge(locale: string, seconds: number): string {
  const options = { numeric: "auto" } as const;
  const make = () => new Intl.RelativeTimeFormat(locale, options);
  const relative = once("age", locale, options, make);
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return relative.format(-whole, "second");
  if (whole < 3600) return relative.format(-Math.floor(whole / 60), "minute");
  if (whole < 86_400) return relative.format(-Math.floor(whole / 3600), "hour");
  return relative.format(-Math.floor(whole / 86_400), "day");
}

export function formatDistance(locale: string, metres: number): string {
  const isNear = metres < 1000;
  return numberFormat(locale, {
    style: "unit",
    unit: isNear ? "meter" : "kilometer",
    maximumFractionDigits: isNear || metres >= 10_000 ? 0 : 1,
  }).format(isNear ? Math.round(metres / 10) * 10 : metres / 1000);
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}) {
  return once("number", locale, options, () => new Intl.NumberFormat(locale, options));
}

function dateFormat(locale: string, given: Intl.DateTimeFormatOptions, timeZone?: string) {
  // dateStyle and timeZoneName exclude each other; the caller passes one of them.
  const options = timeZone ? { ...given, timeZone } : given;
  return once("date", locale, options, () => new Intl.DateTimeFormat(locale, options));
}

const formats = new Map<string, object>();

/** A format is made once for its options: that takes longer than all that a page writes with it. */
function once<Format extends object>(
  kind: string,
  locale: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) as Format | undefined;
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
