import { createFileRoute } from "@tanstack/react-router";
import { TransactionPage } from "#/features/transactions/pages/TransactionPage";
import { wholeNumber } from "#/shared/lib/wholeNumber";
import { NotFoundPage } from "#/shared/ui/NotFoundPage";

export const Route = createFileRoute("/admin/transactions/$transactionId")({ component: Page });

function Page() {
  const transactionId = wholeNumber(Route.useParams().transactionId);
  if (transactionId === null) return <NotFoundPage />;
  return <TransactionPage key={transactionId} transactionId={transactionId} />;
}
