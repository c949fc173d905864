import { createFileRoute } from "@tanstack/react-router";
import type { TransactionSearch } from "#/features/transactions/api/transactions";
import { TransactionsPage } from "#/features/transactions/pages/TransactionsPage";
import { textFilter, wordFilter } from "#/shared/operator/search";
import { TRANSACTION_STATES } from "#/shared/operator/transactionStates";

export const Route = createFileRoute("/admin/transactions/")({
  validateSearch: (search: Record<string, unknown>): TransactionSearch => ({
    state: wordFilter(TRANSACTION_STATES, search.state),
    station: textFilter(search.station),
    charger: textFilter(search.charger),
    user: textFilter(search.user),
    since: textFilter(search.since),
    until: textFilter(search.until),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <TransactionsPage
      search={Route.useSearch()}
      onSearch={(search) => navigate({ search, replace: true })}
    />
  );
}
