import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";

const SOURCE = new URL("../src/worker.js", import.meta.url);
const DRIVERS_PAGE =
  /\/src\/routes\/(?!admin\/).*tsr-split=component$|locales\/driver\/(en|de)\.po$/;
const DRAWN = /start-.*\.css$|icons-.*\.svg$|geist-latin-wght.*\.woff2$/;

/** Writes /sw.js: src/worker.js with the files that open the drivers' pages without a network. */
export function serviceWorker(): Plugin {
  return {
    name: "csms:service-worker",
    apply: "build",
    generateBundle(_, bundle) {
      const files = filesOf(bundle).map((file) => `/${file}`);
      const version = createHash("sha256").update(files.join()).digest("hex").slice(0, 8);
      const source = readFileSync(SOURCE, "utf8")
        .replace("__VERSION__", version)
        .replace("__FILES__", () => JSON.stringify(files));
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const files = new Set<string>();
  const add = (file: string) => {
    const part = bundle[file];
    if (files.has(file) || part?.type !== "chunk") return;
    files.add(file);
    for (const imported of part.imports) add(imported);
  };
  for (const part of Object.values(bundle)) {
    const isOpened =
      part.type === "chunk" && (part.isEntry || DRIVERS_PAGE.test(part.facadeModuleId ?? ""));
    if (isOpened) add(part.fileName);
    if (part.type === "asset" && DRAWN.test(part.fileName)) files.add(part.fileName);
  }
  return [...files].sort();
}
