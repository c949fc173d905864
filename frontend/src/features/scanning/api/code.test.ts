import { expect, test } from "vitest";
import { readCode } from "./code";

const ORIGIN = "https://charge.example";

test.each([
  ["https://charge.example/c/BER-HBF-01/1", "BER-HBF-01", "1"],
  ["https://charge.example/c/RDAM%20123/2", "RDAM 123", "2"],
  ["https://charge.example/c/FR*LYO*E01/1?utm=print", "FR*LYO*E01", "1"],
  [" https://charge.example/c/a.b:c/12 ", "a.b:c", "12"],
])("%s is a connector", (text, charger, connector) => {
  expect(readCode(text, ORIGIN)).toEqual({ kind: "connector", charger, connector });
});

test.each([
  ["https://evil.example/c/BER-HBF-01/1", "evil.example"],
  ["https://charge.example.evil.example/c/X/1", "charge.example.evil.example"],
  ["https://charge.example/wallet", "charge.example"],
  ["https://charge.example/c/X/1/more", "charge.example"],
  ["https://charge.example/c/%E0%A4%A/1", "charge.example"],
  ["javascript:alert(1)", "javascript:"],
  ["WIFI:S:guests;;", "wifi:"],
  ["4711", "4711"],
])("%s is somebody else's", (text, where) => {
  expect(readCode(text, ORIGIN)).toEqual({ kind: "foreign", where });
});
