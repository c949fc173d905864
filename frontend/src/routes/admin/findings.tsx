import { createFileRoute } from "@tanstack/react-router";
import { FindingsPage, type FindingsSearch } from "#/features/oversight/pages/FindingsPage";
import { textFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/findings")({
  validateSearch: (search: Record<string, unknown>): FindingsSearch => ({
    station: textFilter(search.station),
    code: textFilter(search.code),
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
