import { createFileRoute } from "@tanstack/react-router";
import { TransactionList } from "#/features/transactions/components/TransactionList";

export const Route = createFileRoute("/admin/chargers/$chargerId/sessions")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <TransactionList search={{ charger: chargerId }} />;
}
