import { describe, expect, test } from "vitest";
import {
  currencyDigits,
  decimalToMinor,
  formatAge,
  formatDateTime,
  formatDecimal,
  formatDuration,
  formatEnergy,
  formatMoney,
  formatPower,
  formatRate,
  formatStopwatch,
} from "./format";

/** Intl puts no-break spaces between numbers and units. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("money", () => {
  test.each([
    ["EUR", 123_456, "€1,234.56"],
    ["JPY", 1234, "¥1,234"],
    ["KWD", 1234, "KWD 1.234"],
    ["EUR", -5, "-€0.05"],
    ["EUR", 9_007_199_254_740_991, "€90,071,992,547,409.91"],
  ])("%s %d is %s", (currency, minor, shown) => {
    expect(plain(formatMoney("en", minor, currency))).toBe(shown);
  });

  test("speaks German", () => {
    expect(plain(formatMoney("de", 123_456, "EUR"))).toBe("1.234,56 €");
  });

  test.each([
    ["EUR", "12,5", 1250],
    ["EUR", "12.34", 1234],
    ["JPY", "500", 500],
    ["KWD", "1.234", 1234],
    ["EUR", "-3", -300],
    ["EUR", "1.234", null],
    ["JPY", "1.5", null],
    ["EUR", "abc", null],
    ["EUR", "", null],
  ])("typed %s %s is %s", (currency, text, minor) => {
    expect(decimalToMinor(text, currency)).toBe(minor);
  });

  test("an amount to edit has the point of its language", () => {
    expect(formatDecimal("en", "12.50")).toBe("12.50");
    expect(formatDecimal("de", "12.50")).toBe("12,50");
    expect(formatDecimal("de", "500")).toBe("500");
  });

  test("knows the digits of a currency", () => {
    expect(["EUR", "JPY", "KWD"].map(currencyDigits)).toEqual([2, 0, 3]);
  });

  test("shows every digit of a rate", () => {
    expect(formatRate("en", 385_500, "EUR")).toBe("€0.3855");
    expect(formatRate("en", 490_000, "EUR")).toBe("€0.49");
  });
});

describe("energy, power and time", () => {
  test("energy moves with each watt-hour below 10 kWh", () => {
    expect(plain(formatEnergy("en", 1234))).toBe("1.234 kWh");
    expect(plain(formatEnergy("de", 12_345))).toBe("12,35 kWh");
  });

  test("power has a digit while it is small", () => {
    expect(plain(formatPower("en", 7360))).toBe("7.4 kW");
    expect(plain(formatPower("en", 150_000))).toBe("150 kW");
  });

  test("a stopwatch counts hours when there are some", () => {
    expect([0, 65, 3723].map(formatStopwatch)).toEqual(["0:00", "1:05", "1:02:03"]);
  });

  test("a length of time reads as words", () => {
    expect(plain(formatDuration("en", 3600 + 720))).toBe("1 hr 12 min");
    expect(plain(formatDuration("en", 20))).toBe("0 min");
  });

  test("an age is in its largest unit", () => {
    expect(formatAge("en", 12)).toBe("12 seconds ago");
    expect(formatAge("en", 7300)).toBe("2 hours ago");
    expect(formatAge("en", -5)).toBe("now");
  });

  test("a receipt's time is that of the station", () => {
    const berlin = formatDateTime("en", "2026-07-01T22:30:00Z", "Europe/Berlin");
    expect(plain(berlin)).toBe("Jul 2, 2026, 12:30 AM");
  });
});
