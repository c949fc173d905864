import { expect, test } from "vitest";
import { codesOf, deviationsOf, modelOf } from "./deviations";
import { type ChargerFindings, dayAfter } from "./oversight";

function charger(id: string, model: string | null, ...codes: [string, string][]): ChargerFindings {
  return {
    charger_id: id,
    name: id,
    station_id: "s",
    vendor: model && "V",
    model,
    firmware_version: null,
    findings: codes.map(([code, last_seen_at]) => ({
      code,
      where: "Heartbeat.x",
      count: 1,
      first_seen_at: last_seen_at,
      last_seen_at,
      sample: "",
    })),
  };
}

const CHARGERS = [
  charger("a", "M1", ["late", "2026-01-02T00:00:00Z"], ["odd", "2026-01-04T00:00:00Z"]),
  charger("b", null, ["late", "2026-01-03T00:00:00Z"]),
];
const told = (code?: string, model?: string) =>
  deviationsOf(CHARGERS, code, model).map((one) => `${one.charger.charger_id} ${one.finding.code}`);

test("findings of all chargers come in one list, those seen last first", () => {
  expect(told()).toEqual(["a odd", "b late", "a late"]);
  expect(codesOf(CHARGERS)).toEqual(["late", "odd"]);
});

test("a code and a model restrict them, together too", () => {
  expect(told("late")).toEqual(["b late", "a late"]);
  expect(told("late", "V M1")).toEqual(["a late"]);
  expect(told("odd", "V M2")).toEqual([]);
  expect(CHARGERS.map(modelOf)).toEqual(["V M1", ""]);
});

test("days follow each other over months and changes of clocks", () => {
  expect(dayAfter("2026-02-28", 1)).toBe("2026-03-01");
  expect(dayAfter("2026-03-29", -1)).toBe("2026-03-28");
});
