import { createFileRoute, notFound } from "@tanstack/react-router";
import { ReceiptPage } from "#/features/history/pages/ReceiptPage";
import { wholeNumber } from "#/shared/lib/wholeNumber";

export const Route = createFileRoute("/_driver/_user/history/$transactionId")({
  beforeLoad: ({ params }) => {
    if (wholeNumber(params.transactionId) === null) throw notFound();
  },
  component: Page,
});

function Page() {
  const { transactionId } = Route.useParams();
  return <ReceiptPage key={transactionId} transactionId={Number(transactionId)} />;
}
