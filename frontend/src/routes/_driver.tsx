import { createFileRoute } from "@tanstack/react-router";
import { CurrentSession } from "#/features/charging/components/CurrentSession";
import { DriverShell } from "#/features/driver-shell/components/DriverShell";
import { Answers } from "#/shared/api/Answers";

export const Route = createFileRoute("/_driver")({ component: Layout });

function Layout() {
  return (
    <Answers>
      <DriverShell banner={<CurrentSession />} />
    </Answers>
  );
}
