import { expect, test } from "vitest";
import { deviationsOf, modelOf, modelsOf } from "./deviations";
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

test("findings of all chargers come in one list, those seen last first", () => {
  const told = deviationsOf(CHARGERS).map((one) => `${one.charger.charger_id} ${one.finding.code}`);
  expect(told).toEqual(["a odd", "b late", "a late"]);
});

test("models are chosen from those that occur, each once", () => {
  const more = [...CHARGERS, charger("c", "M0"), charger("d", "M1")];
  expect(modelsOf(more)).toEqual([
    { vendor: "V", model: "M0" },
    { vendor: "V", model: "M1" },
  ]);
  expect(CHARGERS.map(modelOf)).toEqual(["V M1", ""]);
});

test("days follow each other over months and changes of clocks", () => {
  expect(dayAfter("2026-02-28", 1)).toBe("2026-03-01");
  expect(dayAfter("2026-03-29", -1)).toBe("2026-03-28");
});
