import { createFileRoute } from "@tanstack/react-router";
import { RegisterPage } from "#/features/chargers/pages/RegisterPage";
import { textFilter } from "#/shared/operator/search";

interface Search {
  station?: string | undefined;
  unknown?: string | undefined;
}

export const Route = createFileRoute("/admin/chargers/new")({
  validateSearch: (search: Record<string, unknown>): Search => ({
    station: textFilter(search.station),
    unknown: textFilter(search.unknown),
  }),
  component: Page,
});

function Page() {
  const { station, unknown } = Route.useSearch();
  return <RegisterPage station={station} unknown={unknown} />;
}
