import { createFileRoute, Outlet } from "@tanstack/react-router";

export const Route = createFileRoute("/_driver/_user")({
  beforeLoad: async ({ location }) => {
    const { requireUser } = await import("#/shared/auth/guards");
    await requireUser({ location });
  },
  component: Outlet,
});
