import { createFileRoute } from "@tanstack/react-router";
import { OperatorShell } from "#/features/operator-shell/components/OperatorShell";
import { requireAdmin } from "#/shared/auth/guards";
import { loadOperatorWords } from "#/shared/i18n/i18n";

export const Route = createFileRoute("/admin")({
  beforeLoad: (situation) => requireAdmin(situation).then(loadOperatorWords),
  component: OperatorShell,
});
