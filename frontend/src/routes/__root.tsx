import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { OfflineBanner } from "#/shared/ui/OfflineBanner";
import { Toaster } from "#/shared/ui/toast";

interface Context {
  /** Adds the operators' addresses; false when they are already there. */
  addOperatorRoutes: () => Promise<boolean>;
}

export const Route = createRootRouteWithContext<Context>()({ component: Root });

function Root() {
  return (
    <>
      <OfflineBanner />
      <Outlet />
      <Toaster />
    </>
  );
}
