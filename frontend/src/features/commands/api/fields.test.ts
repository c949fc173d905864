import { expect, test } from "vitest";
import { type CommandField, payloadOf, rowPrefix } from "./fields";

const field = (path: string, kind: CommandField["kind"], more = {}): CommandField => ({
  path,
  label: path,
  kind,
  ...more,
});

function filled(values: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of values) form.append(name, value);
  return form;
}

test("numbers are numbers, words are lists, and what is empty is left out", () => {
  const fields = [
    field("connectorId", "whole"),
    field("limit", "decimal"),
    field("key", "words"),
    field("note", "text"),
    field("at", "moment"),
  ];
  const form = filled([
    ["connectorId", "0"],
    ["limit", "6.5"],
    ["key", "A, B  C"],
    ["note", "  "],
    ["at", ""],
  ]);
  expect(payloadOf(fields, form)).toEqual({ connectorId: 0, limit: 6.5, key: ["A", "B", "C"] });
});

test("a path puts its value inside, beside its neighbours", () => {
  const fields = [field("log.remoteLocation", "text"), field("log.latestTimestamp", "moment")];
  const form = filled([
    ["log.remoteLocation", "ftp://x"],
    ["log.latestTimestamp", "2026-05-01T10:00"],
  ]);
  expect(payloadOf(fields, form)).toEqual({
    log: {
      remoteLocation: "ftp://x",
      latestTimestamp: new Date("2026-05-01T10:00").toISOString(),
    },
  });
});

test("rows are a list in their order, each with its own parts; none are left out", () => {
  const list = field("localAuthorizationList", "rows", {
    columns: [field("idTag", "text"), field("idTagInfo.status", "choice")],
  });
  const form = filled([
    [list.path, "3"],
    [list.path, "1"],
    [`${rowPrefix(list.path, "1")}idTag`, "B"],
    [`${rowPrefix(list.path, "3")}idTag`, "A"],
    [`${rowPrefix(list.path, "3")}idTagInfo.status`, "Accepted"],
  ]);
  expect(payloadOf([list], form)).toEqual({
    localAuthorizationList: [{ idTag: "A", idTagInfo: { status: "Accepted" } }, { idTag: "B" }],
  });
  expect(payloadOf([list], filled([]))).toEqual({});
});
