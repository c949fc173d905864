import { Trans, useLingui } from "@lingui/react/macro";
import { useProfile } from "#/shared/auth/profile";
import { useFormat } from "#/shared/lib/useFormat";
import { Facts } from "#/shared/ui/Facts";
import { Logo } from "#/shared/ui/Logo";
import type { ReceiptDocument } from "../api/receipt";
import type { Transaction } from "../api/transactions";
import { PriceLines } from "./PriceLines";
import { TransactionState } from "./TransactionState";

interface Props {
  transaction: Transaction;
  receipt: ReceiptDocument;
}

/** A charge on paper: times in the station's zone, amounts as billed. */
export function Receipt({ transaction, receipt }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const profile = useProfile();
  const { time_zone: zone, started_at: began, stopped_at: ended, price } = receipt;
  const number = receipt.invoice_number;
  const seconds = ended ? (Date.parse(ended) - Date.parse(began)) / 1000 : 0;
  return (
    <article className="overflow-hidden rounded-hero border border-line bg-surface shadow-low">
      <header className="border-b border-dashed border-line-strong p-6">
        <div className="flex items-start justify-between gap-4">
          <Logo />
          <TransactionState state={transaction.state} />
        </div>
        <h1 className="mt-6 text-muted">
          {number === null ? (
            <Trans>Receipt {receipt.transaction_id}</Trans>
          ) : (
            <Trans>Invoice {number}</Trans>
          )}
        </h1>
        <p className="mt-1 text-display font-semibold tabular" data-testid="total">
          {format.money(price.total_minor, price.currency)}
        </p>
        <p className="mt-2 text-lg text-muted tabular">
          {format.energy(receipt.energy_wh)} · {format.duration(seconds)}
        </p>
      </header>
      <PriceLines price={price} refundedMinor={receipt.refunded_minor} />
      <div className="p-6">
        <Facts
          facts={[
            {
              label: t`Station`,
              value: (
                <>
                  {receipt.station_name ?? transaction.station_id}
                  <span className="block font-normal text-muted">{receipt.station_address}</span>
                </>
              ),
            },
            {
              label: t`Charger`,
              value: t`${receipt.charger_name ?? receipt.charger_id}, connector ${receipt.connector_id}`,
            },
            { label: t`Began`, value: format.dateTime(began, zone) },
            ended ? { label: t`Ended`, value: format.dateTime(ended, zone) } : null,
            { label: t`Meter at the start`, value: format.energy(receipt.meter_start_wh) },
            receipt.meter_stop_wh === null
              ? null
              : { label: t`Meter at the end`, value: format.energy(receipt.meter_stop_wh) },
            { label: t`Tariff`, value: receipt.tariff_name },
            { label: t`Billed`, value: format.dateTime(receipt.billed_at, zone) },
            { label: t`For`, value: profile.name },
          ]}
        />
        <p className="mt-4 text-sm text-muted">
          <Trans>
            Times are those of the station ({zone}, {format.zone(began, zone)}).
          </Trans>
        </p>
        <p className="mt-1 text-sm text-muted">{receipt.operator}</p>
      </div>
    </article>
  );
}
