import { expect, test } from "vitest";
import {
  daysOf,
  daysSearch,
  everyDay,
  isByMonth,
  PERIODS,
  periodOf,
  shownDays,
  validDays,
} from "./days";

const TODAY = new Date(2026, 2, 29, 12);

test("periods are counted back from today, across months and leap days", () => {
  expect(daysOf("last-7", TODAY)).toEqual({ first: "2026-03-23", last: "2026-03-29" });
  expect(daysOf("last-30", TODAY)).toEqual({ first: "2026-02-28", last: "2026-03-29" });
  expect(daysOf("last-month", TODAY)).toEqual({ first: "2026-02-01", last: "2026-02-28" });
  expect(daysOf("this-quarter", TODAY)).toEqual({ first: "2026-01-01", last: "2026-03-29" });
  expect(daysOf("last-month", new Date(2028, 2, 1))).toEqual({
    first: "2028-02-01",
    last: "2028-02-29",
  });
});

test("days that are a period are known as one, others are somebody's own", () => {
  const may = new Date(2026, 4, 20);
  for (const period of PERIODS) expect(periodOf(daysOf(period, may), may)).toBe(period);
  expect(periodOf({ first: "2026-03-02", last: "2026-03-29" }, TODAY)).toBeNull();
});

test("an address that names no period which a report can have is given the last thirty days", () => {
  expect(daysSearch({ first: "2026-02-30", last: "2026-03-01", page: 1 })).toEqual({
    last: "2026-03-01",
  });
  expect(validDays("2026-03-02", "2026-03-01")).toBeNull();
  expect(validDays("2026-01-01", "2027-01-01")).toEqual({
    first: "2026-01-01",
    last: "2027-01-01",
  });
  expect(validDays("2026-01-01", "2027-01-02")).toBeNull();
  expect(shownDays({ first: "2026-01-01", last: "2030-01-01" })).toEqual(
    daysOf("last-30", new Date()),
  );
});

test("every day is there once, however the clocks change, and long periods go by month", () => {
  const march = { first: "2026-03-01", last: "2026-03-31" };
  expect(new Set(everyDay(march)).size).toBe(31);
  expect(everyDay(march).at(-1)).toBe("2026-03-31");
  expect(isByMonth(march)).toBe(false);
  expect(isByMonth({ first: "2026-01-01", last: "2026-03-31" })).toBe(true);
});
