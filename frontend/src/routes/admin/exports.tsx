import { createFileRoute } from "@tanstack/react-router";
import { type ExportSearch, KINDS } from "#/features/exports/api/exports";
import { ExportsPage } from "#/features/exports/pages/ExportsPage";
import { textFilter, wordFilter } from "#/shared/operator/search";
import { TRANSACTION_STATES } from "#/shared/operator/transactionStates";

export const Route = createFileRoute("/admin/exports")({
  validateSearch: (search: Record<string, unknown>): ExportSearch => ({
    kind: wordFilter(KINDS, search.kind),
    since: textFilter(search.since),
    until: textFilter(search.until),
    station: textFilter(search.station),
    charger: textFilter(search.charger),
    user: textFilter(search.user),
    state: wordFilter(TRANSACTION_STATES, search.state),
  }),
  component: Page,
});

function Page() {
  return <ExportsPage search={Route.useSearch()} />;
}
