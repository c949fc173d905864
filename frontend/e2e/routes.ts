import { readFileSync } from "node:fs";

/** Who may open a route: the folder it is in says so. */
export type Area = "public" | "driver" | "operator";

const TREE = new URL("../src/routeTree.gen.ts", import.meta.url);
const DRIVERS_OWN = "/_driver/_user/";
// Addresses that no page of their own has: frames around pages, and the operators' door.
const FRAMES = new Set(["__root__", "/_driver", "/_driver/_user", "/admin/$"]);

/** The addresses of an area as the route tree has them: a new page is in it by itself. */
function routesOf(area: Area): string[] {
  const tree = readFileSync(TREE, "utf8");
  const ids = /interface FileRoutesById \{([^}]*)\}/.exec(tree)?.[1] ?? "";
  const own = [...ids.matchAll(/^ {2}'?([^':]+)'?:/gm)]
    .map(([, id = ""]) => id)
    .filter((id) => !FRAMES.has(id) && areaOf(id) === area);
  const paths = own.map((id) => id.replace(/\/_\w+/g, "").replace(/(.)\/$/, "$1"));
  if (paths.length === 0) throw new Error(`the route tree has nothing for ${area}s`);
  return [...new Set(paths)].sort();
}

function areaOf(id: string): Area {
  if (id === "/admin" || id.startsWith("/admin/")) return "operator";
  return id.startsWith(DRIVERS_OWN) ? "driver" : "public";
}

/** Every address of an area; `values` fills its parameters, and one without a value fails. */
export function pathsOf(area: Area, values: (name: string) => string | undefined): string[] {
  return routesOf(area).map((route) =>
    route.replace(/\$(\w+)/g, (_, name: string) => {
      const value = values(name);
      if (value === undefined) throw new Error(`${route} needs a value for $${name} in this test`);
      return encodeURIComponent(value);
    }),
  );
}
