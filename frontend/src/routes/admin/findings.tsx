import { createFileRoute } from "@tanstack/react-router";
import type { FindingFilter } from "#/features/oversight/api/oversight";
import { FindingsPage } from "#/features/oversight/pages/FindingsPage";
import { textFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/findings")({
  validateSearch: (search: Record<string, unknown>): FindingFilter => ({
    station: textFilter(search.station),
    code: textFilter(search.code),
    vendor: textFilter(search.vendor),
    model: textFilter(search.model),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <FindingsPage
      search={Route.useSearch()}
      onSearch={(search) => navigate({ search, replace: true })}
    />
  );
}
