import { readdirSync } from "node:fs";

const SOURCE = new URL("../src/", import.meta.url);
/** What everybody may open: its words are loaded at once. The shell frames all operators' pages. */
const OTHERS = [
  "charging",
  "driver-shell",
  "history",
  "operator-shell",
  "places",
  "profile",
  "scanning",
  "signing-in",
  "wallet",
];

/** Features whose words come with them: all of the operators', and what few drivers open. */
export const FEATURES_WITH_WORDS = readdirSync(new URL("features/", SOURCE), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && !OTHERS.includes(entry.name))
  .map((entry) => entry.name)
  .sort();

/** The operators' tables of texts by code, each of which has a catalog. */
export function tables(): string[] {
  return readdirSync(new URL("shared/operator/words/", SOURCE))
    .filter((file) => /^\w+\.ts$/.test(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}
