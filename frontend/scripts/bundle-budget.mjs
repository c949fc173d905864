// Weighs what each page makes a browser load, gzipped, from the build's manifest. Offline.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const KIB = 1024;
const LARGEST_CHUNK_KIB = 110;
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
const weights = new Map();

function weight(file) {
  if (!weights.has(file))
    weights.set(file, gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length);
  return weights.get(file);
}

/** The chunk of a source and all that it imports at once. */
function closure(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`no chunk for ${key}`);
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of chunk.imports ?? []) closure(imported, found);
  return found;
}

function route(path) {
  const key = Object.keys(manifest).find((one) =>
    one.startsWith(`src/routes/${path}.tsx?tsr-split=component`),
  );
  if (!key) throw new Error(`no route ${path}`);
  return key;
}

const BASE = ["index.html", "src/shared/i18n/locales/driver/de.po"];
const DRIVER = [...BASE, route("_driver"), route("_driver/_user")];
const operatorRoutes = Object.keys(manifest).filter(
  (key) => key.startsWith("src/routes/admin/") && key.includes("tsr-split=component"),
);
const MAP = "src/shared/map/Map.tsx";
const pages = [
  ["sign in", 134, [...BASE, route("sign-in")]],
  ["map", 188, [...DRIVER, route("_driver/index"), MAP]],
  ["station", 147, [...DRIVER, route("_driver/stations.$stationId")]],
  ["connector", 147, [...DRIVER, route("_driver/c.$charger.$connector")]],
  ["scan", 147, [...DRIVER, route("_driver/scan")]],
  ["session", 147, [...DRIVER, route("_driver/_user/sessions.$sessionId")]],
  ["history", 147, [...DRIVER, route("_driver/_user/history.index")]],
  ["receipt", 147, [...DRIVER, route("_driver/_user/history.$transactionId")]],
  ["wallet", 147, [...DRIVER, route("_driver/_user/wallet")]],
  ["profile", 147, [...DRIVER, route("_driver/_user/profile")]],
  ...operatorRoutes.map((key) => [
    key.replace("src/routes/", "").replace(/\.tsx.*/, ""),
    170,
    [...BASE, route("admin/route"), key],
  ]),
];

let hasFailed = false;
for (const [name, budgetKib, keys] of pages) {
  const chunks = new Set(keys.flatMap((key) => [...closure(key)]));
  const files = new Set(
    [...chunks].map((key) => manifest[key].file).filter((file) => file.endsWith(".js")),
  );
  const kib = [...files].reduce((sum, file) => sum + weight(file), 0) / KIB;
  const verdict = kib <= budgetKib ? "" : "  TOO HEAVY";
  hasFailed ||= verdict !== "";
  console.log(`${name.padEnd(44)}${kib.toFixed(1).padStart(7)} KiB of ${budgetKib}${verdict}`);
}
for (const chunk of new Set(Object.values(manifest).map(({ file }) => file))) {
  if (!chunk.endsWith(".js") || weight(chunk) / KIB <= LARGEST_CHUNK_KIB) continue;
  console.log(
    `${chunk}: ${(weight(chunk) / KIB).toFixed(1)} KiB, no chunk may have more than ${LARGEST_CHUNK_KIB}`,
  );
  hasFailed = true;
}
process.exit(hasFailed ? 1 : 0);
