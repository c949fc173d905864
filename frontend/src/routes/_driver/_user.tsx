import { createFileRoute, Outlet } from "@tanstack/react-router";
import { requireUser } from "#/shared/auth/guards";

export const Route = createFileRoute("/_driver/_user")({
  beforeLoad: (situation) => requireUser(situation).then(() => undefined),
  component: Outlet,
});
