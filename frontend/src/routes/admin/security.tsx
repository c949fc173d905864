import { createFileRoute } from "@tanstack/react-router";
import { SecurityPage, type SecuritySearch } from "#/features/oversight/pages/SecurityPage";
import { dayFilter, textFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/security")({
  validateSearch: (search: Record<string, unknown>): SecuritySearch => ({
    day: dayFilter(search.day),
    kind: textFilter(search.kind),
    charger: textFilter(search.charger),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <SecurityPage
      search={Route.useSearch()}
      onSearch={(search) => navigate({ search, replace: true })}
    />
  );
}
