import type { AdminSchema } from "#/shared/api/admin";
import { type Days, everyDay, isByMonth } from "./days";

export type Sums = AdminSchema<"SumsView">;
export type DaySums = AdminSchema<"DayView">;

/** What was billed in a part of the period: a day, or a month. */
export interface Part extends Sums {
  /** The day, or the first day of the month, as 2026-05-17. */
  begins: string;
}

/** Several sums in one. All are in the operator's currency. */
export function added(sums: readonly Sums[], currency: string): Sums {
  const total = { ...EMPTY, currency };
  for (const one of sums) {
    total.sessions += one.sessions;
    total.energy_wh += one.energy_wh;
    total.revenue_minor += one.revenue_minor;
    total.tax_minor += one.tax_minor;
  }
  return total;
}

/** Days of several pages, each day once, in order. */
export function merged(pages: readonly (readonly DaySums[])[], currency: string): DaySums[] {
  return [...grouped(pages.flat(), (one) => one.day)]
    .map(([day, ones]) => ({ ...added(ones, currency), day }))
    .sort((one, other) => one.day.localeCompare(other.day));
}

/** Every part of the period, those without a bill with zeros: days, or months when it is long. */
export function partsOf(days: Days, known: readonly DaySums[], currency: string): Part[] {
  const beginOf = isByMonth(days) ? (day: string) => `${day.slice(0, 7)}-01` : (day: string) => day;
  const found = grouped(known, (one) => beginOf(one.day));
  const begins = new Set(everyDay(days).map(beginOf));
  return [...begins].map((one) => ({ ...added(found.get(one) ?? [], currency), begins: one }));
}

function grouped(days: readonly DaySums[], keyOf: (one: DaySums) => string) {
  const groups = new Map<string, DaySums[]>();
  for (const one of days) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

const EMPTY = { sessions: 0, energy_wh: 0, revenue_minor: 0, tax_minor: 0 };
