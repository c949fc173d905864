import { expect, test } from "vitest";
import { estimateMinor } from "./price";

const price = {
  energy_rate_micro_per_kwh: 385_000,
  session_fee_minor: 50,
  tax_rate_micro: 190_000,
  tax_included: true,
};

test.each([
  [0, 2, 0],
  [11_000, 2, 474],
  // 13 Wh × 0.385 = 0.5005 cents: half up.
  [13, 2, 51],
  [11_000, 0, 54],
  [11_000, 3, 4285],
])("%d Wh with %d digits cost %d", (energyWh, digits, minor) => {
  expect(estimateMinor(energyWh, price, digits)).toBe(minor);
});

test("tax comes on top where it is not included", () => {
  expect(estimateMinor(10_000, { ...price, tax_included: false }, 2)).toBe(518);
});
