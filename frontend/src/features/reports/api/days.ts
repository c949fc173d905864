import { dayFilter } from "#/shared/operator/search";

/** From a day to a day, both included, as 2026-05-17: the local days of the stations. */
export interface Days {
  first: string;
  last: string;
}

export const PERIODS = [
  "last-7",
  "last-30",
  "this-month",
  "last-month",
  "this-quarter",
  "this-year",
] as const;
export type Period = (typeof PERIODS)[number];

/** The most that one report covers. */
export const MOST_DAYS = 366;
/** More days than a phone shows as bars: months instead. */
const MOST_BARS = 62;

/** The days of a period that is counted back from today. */
export function daysOf(period: Period, today: Date): Days {
  const year = today.getFullYear();
  const month = today.getMonth();
  const date = today.getDate();
  switch (period) {
    case "last-7":
      return between(new Date(year, month, date - 6), today);
    case "last-30":
      return between(new Date(year, month, date - 29), today);
    case "this-month":
      return between(new Date(year, month, 1), today);
    case "last-month":
      return between(new Date(year, month - 1, 1), new Date(year, month, 0));
    case "this-quarter":
      return between(new Date(year, month - (month % 3), 1), today);
    case "this-year":
      return between(new Date(year, 0, 1), today);
  }
}

/** The period that has these days, or null when somebody chose them one by one. */
export function periodOf(days: Days, today: Date): Period | null {
  const isSame = (period: Period) => {
    const { first, last } = daysOf(period, today);
    return first === days.first && last === days.last;
  };
  return PERIODS.find(isSame) ?? null;
}

/** Days that a report can have: in order, and not more than a year; null otherwise. */
export function validDays(first: string | undefined, last: string | undefined): Days | null {
  if (first === undefined || last === undefined || last < first) return null;
  return everyDay({ first, last }).length > MOST_DAYS ? null : { first, last };
}

/** Days as an address has them; what it lacks or has wrong is left out. */
export function daysSearch(search: Record<string, unknown>): Partial<Days> {
  const first = dayFilter(search.first);
  const last = dayFilter(search.last);
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}

/** The days of an address; the last thirty when it names no period that a report can have. */
export function shownDays({ first, last }: Partial<Days>): Days {
  return validDays(first, last) ?? daysOf("last-30", new Date());
}

/** Every day, in order; one more than a report can have is the most. */
export function everyDay({ first, last }: Days): string[] {
  const found: string[] = [];
  const day = new Date(`${first}T00:00:00Z`);
  for (let text = first; text <= last && found.length <= MOST_DAYS; ) {
    found.push(text);
    day.setUTCDate(day.getUTCDate() + 1);
    text = day.toISOString().slice(0, 10);
  }
  return found;
}

/** Whether so many days are better shown month by month. */
export function isByMonth(days: Days): boolean {
  return everyDay(days).length > MOST_BARS;
}

function between(first: Date, last: Date): Days {
  return { first: dayText(first), last: dayText(last) };
}

function dayText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
