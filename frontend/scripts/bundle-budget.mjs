// Weighs what each page makes a browser load, gzipped, from the build's manifest. Offline.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const KIB = 1024;
const LARGEST_CHUNK_KIB = 110;
// At once, and with what it may load later: the map, charts, the scanner. The sign-in's own code
// (17 KiB) comes when a person leaves for the provider, or when a token is renewed.
const LOGIN = { first: 120, whole: 175 };
const DRIVER = { first: 130, whole: 175 };
const OPERATOR = { first: 170, whole: 260 };

const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
// Which words a page of operators waits for; see scripts/words.ts.
const ofPages = JSON.parse(readFileSync(new URL(".vite/words.json", DIST), "utf8"));
const weights = new Map();
const complaints = [];

function kib(file) {
  if (!weights.has(file)) {
    const packed = gzipSync(readFileSync(new URL(file, DIST)), { level: 9 });
    weights.set(file, packed.length / KIB);
  }
  return weights.get(file);
}

/** A chunk and all that it imports; lazily too when asked, but not other pages, areas or languages. */
function closure(key, withLazy, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`no chunk for ${key}`);
  if (found.has(key)) return found;
  found.add(key);
  const isElsewhere = (one) => /^src\/routes\/|auth\/oidc\.ts$|\.gen\.ts$|\.po$/.test(one);
  const lazy = withLazy ? (chunk.dynamicImports ?? []).filter((one) => !isElsewhere(one)) : [];
  for (const imported of [...(chunk.imports ?? []), ...lazy]) closure(imported, withLazy, found);
  return found;
}

const SPLIT = ".tsx?tsr-split=component";
const pageKeys = Object.keys(manifest).filter(
  (key) => key.startsWith("src/routes/") && key.endsWith(SPLIT),
);
const nameOf = (key) => key.slice("src/routes/".length, -SPLIT.length);
const words = (area) => `src/shared/i18n/locales/${area}/de.po`;

/** The layouts around a page: their files are named like the beginning of its own. */
function layouts(key) {
  const name = nameOf(key);
  return pageKeys.filter((other) => {
    const outer = nameOf(other).replace(/\/route$/, "");
    return other !== key && (name.startsWith(`${outer}/`) || name.startsWith(`${outer}.`));
  });
}

function weigh(keys, withLazy) {
  const chunks = [...new Set(keys.flatMap((key) => [...closure(key, withLazy)]))];
  const files = new Set(chunks.map((key) => manifest[key].file).filter((f) => f.endsWith(".js")));
  return [...files].reduce((sum, file) => sum + kib(file), 0);
}

function check(key) {
  const name = nameOf(key);
  const isOperators = name.startsWith("admin/");
  const isDrivers = name.startsWith("_driver");
  const budget = isOperators ? OPERATOR : isDrivers ? DRIVER : LOGIN;
  const area = isOperators ? ["src/routeTree.gen.ts", words("operator")] : [];
  const pages = [...layouts(key), key];
  const own = pages.flatMap((page) => ofPages[nameOf(page)] ?? []).map(words);
  const keys = ["index.html", words("driver"), ...area, ...own, ...pages];
  const first = weigh(keys, false);
  const whole = weigh(keys, true);
  const isHeavy = first > budget.first || whole > budget.whole;
  if (isHeavy) complaints.push(`${name} is too heavy`);
  const figures = `${first.toFixed(1).padStart(6)} of ${budget.first}  ${whole.toFixed(1).padStart(6)} of ${budget.whole}`;
  console.log(`${name.padEnd(44)}${figures}${isHeavy ? "  TOO HEAVY" : ""}`);
}

console.log(`${"KiB of gzipped JavaScript".padEnd(44)}first         with all it may load`);
for (const key of pageKeys.sort()) check(key);

for (const file of new Set(Object.values(manifest).map(({ file }) => file))) {
  if (!file.endsWith(".js") || kib(file) <= LARGEST_CHUNK_KIB) continue;
  complaints.push(
    `${file} has ${kib(file).toFixed(1)} KiB, no chunk may have more than ${LARGEST_CHUNK_KIB}`,
  );
}
for (const key of pageKeys) {
  const assets = [...closure(key, true)].flatMap((one) => manifest[one].assets ?? []);
  const isScanner = nameOf(key) === "_driver/scan";
  if (assets.some((asset) => asset.endsWith(".wasm")) !== isScanner)
    complaints.push(`${nameOf(key)} ${isScanner ? "does not load" : "loads"} the scanner's wasm`);
}
if (complaints.length > 0) console.error(complaints.join("\n"));
process.exit(complaints.length > 0 ? 1 : 0);
