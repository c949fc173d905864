import type { Plugin, Rolldown } from "vite";

/**
 * What pages share, in few files: each is fetched once and packs better than many small ones.
 * A file holds the modules that its roots need at once and that no file before it holds.
 */
const FILES: [file: string, roots: string[]][] = [
  ["react", ["/node_modules/react-dom/client.js"]],
  ["start", ["/src/main.tsx", "/src/shared/ui/Logo.tsx"]],
  [
    "pages",
    [
      "/src/shared/api/Answers.tsx",
      "/src/shared/auth/guards.ts",
      "/src/shared/live/Freshness.tsx",
      "/src/shared/live/useNow.ts",
      "/src/shared/ui/Card.tsx",
      "/src/shared/ui/PageHeader.tsx",
      "/src/shared/ui/QueryView.tsx",
    ],
  ],
  [
    "driver",
    [
      "/src/routes/_driver.tsx?tsr-split=component",
      "/src/shared/stations/PriceFacts.tsx",
      "/src/shared/stations/stations.ts",
    ],
  ],
];

/** The operators' addresses go into one more file, with what reads them; their pages do not. */
const OPERATORS_ROUTE = /\/src\/routes\/admin\/[^?]+\.tsx$/;
const EVERYBODYS_ROUTE = /\/src\/routes\/(?!admin\/)/;

export function sharedChunks(): Plugin {
  const fileOf: FileOf = new Map();
  const groups = [...FILES.map(([name]) => name), "addresses"].map((name, index) => ({
    name,
    test: (id: string) => fileOf.get(id) === name,
    priority: FILES.length + 1 - index,
    // What they need is named one by one; without this, addresses would take drivers' modules too.
    includeDependenciesRecursively: name !== "addresses",
  }));
  return {
    name: "csms:shared-chunks",
    apply: "build",
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { groups } } } },
    }),
    buildEnd() {
      const all = [...this.getModuleIds()];
      for (const [file, roots] of FILES) {
        for (const root of roots) {
          const id = all.find((one) => one.endsWith(root));
          if (!id) this.error(`${root} is not built; see scripts/sharedChunks.ts`);
          // What the browser asks for by name stays a file of its own.
          else if (/main\.tsx$|\?/.test(root)) keepImports(this, id, file, fileOf);
          else keep(this, id, file, fileOf);
        }
      }
      // What drivers' pages need as well stays where they find it without the operators'.
      const everybodys = new Set<string>();
      for (const id of all) if (EVERYBODYS_ROUTE.test(id)) reach(this, id, everybodys);
      for (const id of all) {
        if (OPERATORS_ROUTE.test(id)) keep(this, id, "addresses", fileOf, everybodys);
      }
    },
  };
}

type FileOf = Map<string, string>;

function keep(
  context: Rolldown.PluginContext,
  id: string,
  file: string,
  fileOf: FileOf,
  others?: ReadonlySet<string>,
): void {
  if (fileOf.has(id) || others?.has(id)) return;
  fileOf.set(id, file);
  keepImports(context, id, file, fileOf, others);
}

function keepImports(
  context: Rolldown.PluginContext,
  id: string,
  file: string,
  fileOf: FileOf,
  others?: ReadonlySet<string>,
) {
  for (const imported of context.getModuleInfo(id)?.importedIds ?? []) {
    keep(context, imported, file, fileOf, others);
  }
}

/** A module and all that it needs at once. */
function reach(context: Rolldown.PluginContext, id: string, found: Set<string>): void {
  if (found.has(id)) return;
  found.add(id);
  for (const imported of context.getModuleInfo(id)?.importedIds ?? [])
    reach(context, imported, found);
}
