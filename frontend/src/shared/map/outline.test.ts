import { expect, test } from "vitest";
import { beyondTheDateLine } from "./outline";

test("a ring across the date line goes on beyond it, and comes back", () => {
  expect(
    beyondTheDateLine([
      [66, 170],
      [67, 180],
      [66, -175],
      [65, -170],
      [64, 179],
      [66, 170],
    ]),
  ).toEqual([
    [66, 170],
    [67, 180],
    [66, 185],
    [65, 190],
    [64, 179],
    [66, 170],
  ]);
  expect(
    beyondTheDateLine([
      [-17, -179],
      [-17, 179],
    ]),
  ).toEqual([
    [-17, -179],
    [-17, -181],
  ]);
});

test("a ring on one side of it stays where it is", () => {
  const ring: [number, number][] = [
    [50, 8],
    [51, -170],
    [52, -30],
  ];
  expect(beyondTheDateLine(ring)).toEqual(ring);
});
