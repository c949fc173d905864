import { createRouter } from "@tanstack/react-router";
import { routeTree as everybodysTree } from "./everybodysTree.gen";
import { addWords } from "./shared/i18n/i18n";
import { NotFoundPage } from "./shared/ui/NotFoundPage";
import { RouteError } from "./shared/ui/RouteError";
import { RoutePending } from "./shared/ui/RoutePending";

let hasOperatorRoutes = false;

/** Swaps the tree for the whole one; it is fetched, with its words, only behind the guard of /admin. */
async function addOperatorRoutes(): Promise<boolean> {
  if (hasOperatorRoutes) return false;
  const [{ routeTree: whole }] = await Promise.all([
    import("./routeTree.gen"),
    addWords(["operator"]),
  ]);
  hasOperatorRoutes = true;
  router.options.routeTree = whole;
  // Both trees have the same root, so that the router would not see a change by itself.
  router.setRoutes(router.buildRouteTree());
  return true;
}

export const router = createRouter({
  routeTree: everybodysTree,
  context: { addOperatorRoutes },
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
