import { createFileRoute } from "@tanstack/react-router";
import { OperatorShell } from "#/features/operator-shell/components/OperatorShell";
import { Answers } from "#/shared/api/Answers";
import { requireAdmin } from "#/shared/auth/guards";
import { OPERATOR_REFUSALS } from "#/shared/operator/words/refusals";
import { RefusalWords } from "#/shared/ui/refusals";

export const Route = createFileRoute("/admin")({
  beforeLoad: requireAdmin,
  component: Layout,
});

function Layout() {
  return (
    <Answers>
      <RefusalWords value={OPERATOR_REFUSALS}>
        <OperatorShell />
      </RefusalWords>
    </Answers>
  );
}
