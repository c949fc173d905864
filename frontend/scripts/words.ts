import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";
import { FEATURES_WITH_WORDS } from "./catalogs.ts";

const SOURCE = new URL("../src", import.meta.url).pathname;
const ROUTE = /\/src\/routes\/(admin\/.*)\.tsx$/;
const OPTIONS = /createFileRoute\([^)]*\)\(\{/;
const FEATURE = /\/src\/features\/([\w-]+)\//;
const TABLE = /\/src\/shared\/operator\/words\/(\w+)\.ts$/;
const IMPORTED = /from "((?:#|\.\.?)\/[^"]+)"/g;
const ENDINGS = ["", ".ts", ".tsx"];

/**
 * Lets each of the operators' pages load its own words beside its code, and those of no other.
 * Writes which they are to .vite/words.json, for the bundle budgets.
 */
export function words(): Plugin {
  const ofPages: Record<string, string[]> = {};
  return {
    name: "csms:words",
    transform(code, id) {
      const page = ROUTE.exec(id)?.[1];
      if (!page) return null;
      const names = [...catalogsOf(id)].sort();
      ofPages[page] = names;
      if (!OPTIONS.test(code)) this.error(`${id} has no options to load words with`);
      const loader = `loader: () => waitForWords(${JSON.stringify(names)}),`;
      const from = 'import { waitForWords } from "#/shared/operator/waitForWords";';
      // On lines that are there: what follows keeps its numbers.
      return { code: `${from} ${code.replace(OPTIONS, (options) => options + loader)}`, map: null };
    },
    generateBundle() {
      const source = JSON.stringify(ofPages, null, 2);
      this.emitFile({ type: "asset", fileName: ".vite/words.json", source });
    },
  };
}

/** The catalogs of everything that a file imports, and what that imports. */
function catalogsOf(file: string, seen = new Set<string>(), found = new Set<string>()) {
  if (seen.has(file)) return found;
  seen.add(file);
  const feature = FEATURE.exec(file)?.[1];
  if (feature && FEATURES_WITH_WORDS.includes(feature)) found.add(feature);
  const table = TABLE.exec(file)?.[1];
  if (table) found.add(`words-${table}`);
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(IMPORTED)) {
    const path = specifier.startsWith("#")
      ? SOURCE + specifier.slice(1)
      : resolve(dirname(file), specifier);
    const ending = ENDINGS.find((one) => /\.tsx?$/.test(path + one) && existsSync(path + one));
    if (ending !== undefined) catalogsOf(path + ending, seen, found);
  }
  return found;
}
