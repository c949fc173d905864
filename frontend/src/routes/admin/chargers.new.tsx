import { createFileRoute } from "@tanstack/react-router";
import { RegisterPage } from "#/features/chargers/pages/RegisterPage";
import { textFilter } from "#/shared/operator/search";

interface Search {
  station?: string | undefined;
  identity?: string | undefined;
}

export const Route = createFileRoute("/admin/chargers/new")({
  validateSearch: (search: Record<string, unknown>): Search => ({
    station: textFilter(search.station),
    identity: textFilter(search.identity),
  }),
  component: Page,
});

function Page() {
  const { station, identity } = Route.useSearch();
  return <RegisterPage station={station} identity={identity} />;
}
