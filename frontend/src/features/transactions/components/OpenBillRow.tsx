import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { useSentence } from "#/shared/operator/sentences";
import { UserLink } from "#/shared/operator/UserLink";
import { BILLING_ERRORS } from "#/shared/operator/words/sentences";
import { Td } from "#/shared/ui/Table";
import type { FailedBill } from "../api/transactions";

/** The cells of a failed bill. */
export function OpenBillRow({ bill }: { bill: FailedBill }) {
  const format = useFormat();
  const say = useSentence();
  return (
    <>
      <Td part="number" className="tabular">
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
      <Td>{bill.payer_id ? <UserLink userId={bill.payer_id} name={bill.payer_name} /> : "–"}</Td>
      <Td numeric>
        {bill.price_minor !== null && bill.currency !== null
          ? format.money(bill.price_minor, bill.currency)
          : "–"}
      </Td>
      <Td numeric>{format.number(bill.attempts)}</Td>
      <Td className="min-w-48 text-muted">
        {bill.last_error ? say(BILLING_ERRORS, bill.last_error) : "–"}
      </Td>
      <Td className="whitespace-nowrap tabular">
        {bill.next_attempt_at ? format.dateTime(bill.next_attempt_at) : "–"}
      </Td>
    </>
  );
}
