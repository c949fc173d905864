import { createFileRoute } from "@tanstack/react-router";
import { CodesPage } from "#/features/codes/pages/CodesPage";
import { textFilter } from "#/shared/operator/search";

interface Search {
  charger?: string | undefined;
  station?: string | undefined;
}

export const Route = createFileRoute("/admin/codes")({
  validateSearch: (search: Record<string, unknown>): Search => ({
    charger: textFilter(search.charger),
    station: textFilter(search.station),
  }),
  component: Page,
});

function Page() {
  const { charger, station } = Route.useSearch();
  return <CodesPage charger={charger} station={station} />;
}
