import { expect, test } from "vitest";
import { niceTop } from "./niceTop";

test("an axis ends at 1, 2 or 5 times a power of ten, and not below the value", () => {
  const tops = [0, 1, 1.5, 2, 3, 7, 10, 11, 4999, 5001].map(niceTop);
  expect(tops).toEqual([1, 1, 2, 2, 5, 10, 10, 20, 5000, 10_000]);
});
