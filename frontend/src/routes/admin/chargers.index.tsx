import { createFileRoute } from "@tanstack/react-router";
import { type ChargerSearch, ChargersPage } from "#/features/chargers/pages/ChargersPage";
import { textFilter, wordFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/chargers/")({
  validateSearch: (search: Record<string, unknown>): ChargerSearch => ({
    station: textFilter(search.station),
    state: wordFilter(["online", "offline"], search.state),
    name: textFilter(search.name),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <ChargersPage
      search={Route.useSearch()}
      onSearch={(search) => navigate({ search, replace: true })}
    />
  );
}
