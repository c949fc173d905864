import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { Icon } from "#/shared/ui/Icon";
import type { Transaction } from "../api/transactions";
import { TransactionState } from "./TransactionState";

export function TransactionRow({ transaction }: { transaction: Transaction }) {
  const format = useFormat();
  const { price_minor: price, currency } = transaction;
  const isBilled = transaction.state === "COMPLETED" && price !== null && currency !== null;
  return (
    <Link
      to="/history/$transactionId"
      params={{ transactionId: String(transaction.transaction_id) }}
      className="flex min-h-18 items-center gap-3 px-4 py-3 hover:bg-sunken/60"
    >
      <span className="min-w-0 flex-1">
        <span className="block font-medium">
          {transaction.station_name ?? transaction.charger_id}
        </span>
        <span className="block text-sm text-muted tabular">
          {format.dateTime(transaction.started_at)} · {format.energy(transaction.energy_wh)}
        </span>
      </span>
      {isBilled ? (
        <span className="font-semibold tabular">{format.money(price, currency)}</span>
      ) : (
        <TransactionState state={transaction.state} />
      )}
      <Icon name="chevron-right" className="size-4 shrink-0 text-muted" />
    </Link>
  );
}
