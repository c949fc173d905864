import { expect, test } from "vitest";
import { addressOf } from "./client";

const path = (address: string) => address.replace(window.location.origin, "");

test("names are filled in and escaped", () => {
  const address = addressOf("/api/chargers/{charger_id}/connectors/{n}", {
    charger_id: "A/1 ü",
    n: 2,
  });
  expect(path(address)).toBe("/api/chargers/A%2F1%20%C3%BC/connectors/2");
});

test("only what is given is asked for, lists once per entry", () => {
  const query = { state: undefined, cursor: null, limit: 0, kind: ["a", "b&c"], open: false };
  expect(path(addressOf("/api/x", {}, query))).toBe("/api/x?limit=0&kind=a&kind=b%26c&open=false");
});
