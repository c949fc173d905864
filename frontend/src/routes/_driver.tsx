import { createFileRoute } from "@tanstack/react-router";
import { CurrentSession } from "#/features/charging/components/CurrentSession";
import { DriverShell } from "#/features/driver-shell/components/DriverShell";

export const Route = createFileRoute("/_driver")({ component: Layout });

function Layout() {
  return <DriverShell banner={<CurrentSession />} />;
}
