import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { useSentence } from "#/shared/operator/sentences";
import { BILLING_ERRORS } from "#/shared/operator/words/sentences";
import { Skeleton } from "#/shared/ui/Skeleton";
import { Td } from "#/shared/ui/Table";
import { type Transaction, transactionQuery } from "../api/transactions";

/** The cells of a failed bill; attempts and the last error are read from its detail. */
export function OpenBillRow({ bill }: { bill: Transaction }) {
  const format = useFormat();
  const say = useSentence();
  const detail = useQuery({
    ...transactionQuery(bill.transaction_id),
    refetchInterval: false,
  }).data;
  return (
    <>
      <Td className="tabular">
        <Link
          to="/admin/transactions/$transactionId"
          params={{ transactionId: String(bill.transaction_id) }}
          className="font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          {bill.transaction_id}
        </Link>
      </Td>
      <Td className="whitespace-nowrap tabular">
        {bill.stopped_at ? format.dateTime(bill.stopped_at) : "–"}
      </Td>
      <Td>
        {bill.payer_id ? (
          <Link
            to="/admin/users/$userId"
            params={{ userId: bill.payer_id }}
            className="font-mono text-xs text-brand-ink underline-offset-4 hover:underline"
          >
            {bill.payer_id}
          </Link>
        ) : (
          "–"
        )}
      </Td>
      <Td numeric>
        {bill.price_minor !== null && bill.currency !== null
          ? format.money(bill.price_minor, bill.currency)
          : "–"}
      </Td>
      <Td numeric>
        {detail ? format.number(detail.attempts) : <Skeleton className="ml-auto h-4 w-6" />}
      </Td>
      <Td className="min-w-48 text-muted">
        {detail ? (
          detail.last_error ? (
            say(BILLING_ERRORS, detail.last_error)
          ) : (
            "–"
          )
        ) : (
          <Skeleton className="h-4 w-32" />
        )}
      </Td>
      <Td className="whitespace-nowrap tabular">
        {detail?.due_at ? format.dateTime(detail.due_at) : "–"}
      </Td>
    </>
  );
}
