import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FINDINGS } from "./shared/operator/words/chargers";
import { FIELD_MISTAKES } from "./shared/operator/words/fieldMistakes";
import { OPERATOR_REFUSALS } from "./shared/operator/words/refusals";
import { HOLD_REASONS } from "./shared/operator/words/transactions";

const ROOT = `${import.meta.dirname}/../..`;
const read = (path: string) => readFileSync(`${ROOT}/${path}`, "utf8");

/** Where each closed set of the API gets its texts. */
const TOLD_IN: Record<string, string> = {
  Action: "features/transactions/components/ResolveDialog.tsx",
  Availability: "features/chargers/components/ConnectorTable.tsx",
  Bucket: "shared/ui/BucketBadge.tsx",
  CommandState: "features/commands/components/CommandBadge.tsx",
  Direction: "features/messages/components/MessageFilters.tsx",
  ExportKind: "features/exports/components/useKindNames.ts",
  ExportState: "features/exports/components/ExportRow.tsx",
  FirmwareState: "features/firmware/components/FirmwareBadge.tsx",
  ListState: "features/chargers/components/LocalListCard.tsx",
  Outcome: "features/imports/components/LineTable.tsx",
  Reachability: "features/chargers/pages/ChargersPage.tsx",
  Registration: "shared/operator/ConnectionBadge.tsx",
  RefundState: "features/users/components/CardRefundBadge.tsx",
  RequestState: "features/chargers/pages/SecurityTab.tsx",
  ReservationState: "features/chargers/components/ReservationBadge.tsx",
  ReviewKind: "features/reviews/pages/ReviewsPage.tsx",
  Role: "features/users/pages/UsersPage.tsx",
  TransactionState: "shared/operator/TransactionBadge.tsx",
  TransferState: "shared/operator/TransferBadge.tsx",
};
/** What is told by everything else: the one that a page tells apart from the others. */
const REST: Record<string, string[]> = {
  Availability: ["Inoperative"],
  Registration: ["Accepted"],
  Role: ["USER"],
};
/** What no page shows: sessions have pages of their own, and reasons have a test of their own. */
const NOT_SHOWN = ["Reason", "SessionState"];

function closedSets(): [string, string, string[]][] {
  return ["admin", "user"].flatMap((api) => {
    const { schemas } = JSON.parse(read(`docs/openapi/${api}.json`)).components;
    return Object.entries<{ enum?: string[] }>(schemas).flatMap(
      ([name, schema]): [string, string, string[]][] =>
        schema.enum ? [[api, name, schema.enum]] : [],
    );
  });
}

test.each(closedSets())("every value of the %s API's %s has a text", (_, name, values) => {
  if (NOT_SHOWN.includes(name)) return;
  const source = read(`frontend/src/${TOLD_IN[name]}`);
  const shown = values.filter((value) => !REST[name]?.includes(value));
  const missing = shown.filter((value) => !new RegExp(`\\b${value}\\b`).test(source));
  expect(missing).toEqual([]);
});

/** All that a pattern finds in the server's sources. */
function inServer(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(`${ROOT}/shared/csms/${folder}`, { recursive: true, encoding: "utf8" });
  const found = files
    .filter((file) => file.endsWith(".py"))
    .flatMap((file) => [...read(`shared/csms/${folder}/${file}`).matchAll(pattern)])
    .map((match) => match[1] ?? "");
  return [...new Set(found)].sort();
}

/** Of webhooks, which answer no page, and of the payment provider, whose own sentence says more. */
const WITHOUT_TEXT = ["payment", "signature"];

test("every rule that refuses an operator has a text", () => {
  const reasons: string[] = JSON.parse(read("docs/openapi/admin.json")).components.schemas.Reason
    .enum;
  const missing = reasons.filter((one) => !(one in OPERATOR_REFUSALS));
  expect(missing.sort()).toEqual(WITHOUT_TEXT);
});

test("every mistake in a field has a text", () => {
  const codes = inServer("entrypoints/api", /^ {4}"([a-z_]+)": (?:"|_[A-Z_]+,)/gm);
  const ofFields = codes.filter((code) =>
    read("shared/csms/entrypoints/api/faults.py").includes(`    "${code}": `),
  );
  expect(ofFields.length).toBeGreaterThan(40);
  expect(ofFields.filter((code) => !(code in FIELD_MISTAKES))).toEqual([]);
});

test("every deviation that is found has a text", () => {
  const codes = inServer(".", /(?:\bdeviation|_note|Deviation)\(\s*"([a-z][a-z0-9.-]+)"/g);
  expect(codes.length).toBeGreaterThan(25);
  expect(codes.filter((code) => !(code in FINDINGS))).toEqual([]);
});

test("every doubt about a transaction has a text", () => {
  const doubts = inServer("domain", /^ {4}[A-Z_]+ = "([a-z]+_[a-z_]+)"$/gm);
  const known = doubts.filter((one) =>
    read("shared/csms/domain/plausibility.py").includes(`"${one}"`),
  );
  expect(known.length).toBeGreaterThan(4);
  expect(known.filter((one) => !(one in HOLD_REASONS))).toEqual([]);
});
