import { createFileRoute } from "@tanstack/react-router";
import { SUBJECTS } from "#/features/audit/api/subjects";
import { AuditPage, type AuditSearch } from "#/features/audit/pages/AuditPage";
import { textFilter, wordFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/audit")({
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    actor: textFilter(search.actor),
    kind: wordFilter(SUBJECTS, search.kind),
    id: textFilter(search.id),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return <AuditPage search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
