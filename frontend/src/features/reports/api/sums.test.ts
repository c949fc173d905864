import { expect, test } from "vitest";
import { type DaySums, merged, partsOf } from "./sums";

function day(day: string, sessions: number, revenue_minor: number): DaySums {
  return { day, sessions, energy_wh: sessions * 10, revenue_minor, tax_minor: 1, currency: "JPY" };
}

test("days of several pages are added, each once, in order", () => {
  const pages = [[day("2026-01-02", 1, 5)], [day("2026-01-01", 1, 7), day("2026-01-02", 2, -2)]];
  const all = merged(pages, "JPY");
  expect(all.map((one) => [one.day, one.sessions, one.revenue_minor, one.tax_minor])).toEqual([
    ["2026-01-01", 1, 7, 1],
    ["2026-01-02", 3, 3, 2],
  ]);
});

test("days without a bill are there with zeros", () => {
  const days = { first: "2026-01-01", last: "2026-01-03" };
  const parts = partsOf(days, [day("2026-01-02", 1, 5)], "JPY");
  expect(parts.map((one) => [one.begins, one.sessions])).toEqual([
    ["2026-01-01", 0],
    ["2026-01-02", 1],
    ["2026-01-03", 0],
  ]);
});

test("a long period is months, and loses nothing", () => {
  const days = { first: "2025-12-31", last: "2026-03-01" };
  const year = { first: "2025-12-01", last: "2026-03-01" };
  const known = [day("2025-12-31", 1, 5), day("2026-01-01", 1, 7), day("2026-01-31", 1, 9)];
  expect(partsOf(days, known, "JPY")).toHaveLength(61);
  expect(partsOf(year, known, "JPY").map((one) => [one.begins, one.revenue_minor])).toEqual([
    ["2025-12-01", 5],
    ["2026-01-01", 16],
    ["2026-02-01", 0],
    ["2026-03-01", 0],
  ]);
});
