import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Facts } from "#/shared/ui/Facts";
import type { Transaction } from "../api/transactions";
import { TransactionState } from "./TransactionState";

/** A charge without a receipt (yet): where it stands. */
export function OpenCharge({ transaction }: { transaction: Transaction }) {
  const { t } = useLingui();
  const format = useFormat();
  const { stopped_at: ended } = transaction;
  return (
    <article className="rounded-hero border border-line bg-surface p-6 shadow-low">
      <div className="flex items-start justify-between gap-4">
        <h1 className="text-2xl font-semibold">
          {transaction.station_name ?? transaction.charger_id}
        </h1>
        <TransactionState state={transaction.state} />
      </div>
      <p className="mt-2 mb-4 text-muted">
        {ended ? <Trans>There is no receipt yet.</Trans> : <Trans>This charge still runs.</Trans>}
      </p>
      <Facts
        facts={[
          {
            label: t`Charger`,
            value: `${transaction.charger_name ?? transaction.charger_id} · ${transaction.connector_id}`,
          },
          { label: t`Began`, value: format.dateTime(transaction.started_at) },
          ended ? { label: t`Ended`, value: format.dateTime(ended) } : null,
          { label: t`Energy`, value: format.energy(transaction.energy_wh) },
        ]}
      />
    </article>
  );
}
