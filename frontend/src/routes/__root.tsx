import { createRootRoute, Outlet } from "@tanstack/react-router";
import { OfflineBanner } from "#/shared/ui/OfflineBanner";
import { Toaster } from "#/shared/ui/toast";

export const Route = createRootRoute({ component: Root });

function Root() {
  return (
    <>
      <OfflineBanner />
      <Outlet />
      <Toaster />
    </>
  );
}
