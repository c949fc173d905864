import { createFileRoute } from "@tanstack/react-router";
import { OperatorShell } from "#/features/operator-shell/components/OperatorShell";
import { Answers } from "#/shared/api/Answers";
import { requireAdmin } from "#/shared/auth/guards";
import { loadOperatorWords } from "#/shared/i18n/i18n";

export const Route = createFileRoute("/admin")({
  beforeLoad: (situation) => requireAdmin(situation).then(loadOperatorWords),
  component: Layout,
});

function Layout() {
  return (
    <Answers>
      <OperatorShell />
    </Answers>
  );
}
