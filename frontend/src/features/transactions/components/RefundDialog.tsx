import { useLingui } from "@lingui/react/macro";
import { FormDialog } from "#/shared/operator/FormDialog";
import { textOf } from "#/shared/operator/form";
import { useMoneyForm } from "#/shared/operator/useMoneyForm";
import { Field, Input, Textarea } from "#/shared/ui/Field";
import { refundTransaction } from "../api/deeds";
import type { TransactionDetail } from "../api/transactions";

/** Gives back what was charged, all or a part; a double click gives back once. */
export function RefundDialog({
  transaction,
  onClose,
}: {
  transaction: TransactionDetail;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { transaction_id: number, payer_id, price_minor } = transaction;
  const currency = transaction.currency ?? "EUR";
  const { dialog, typed, wrong, wrongAmount } = useMoneyForm({
    currency,
    fields: ["reason"],
    allows: (minor) => minor > 0,
    run: ({ amountMinor, form }, key) =>
      refundTransaction(number, { amount_minor: amountMinor, reason: textOf(form, "reason") }, key),
    refresh: [
      ["admin", "transaction", number],
      ["admin", "transactions"],
      ["admin", "user", payer_id],
    ],
    said: t`Refunded.`,
    onClose,
  });
  return (
    <FormDialog {...dialog} title={t`Refund`} submit={t`Refund`}>
      <Field
        label={t`Amount in ${currency}`}
        hint={t`Goes to the wallet of whoever paid.`}
        error={wrongAmount}
      >
        <Input
          name="amount"
          inputMode="decimal"
          required
          defaultValue={price_minor === null ? "" : typed(price_minor)}
        />
      </Field>
      <Field label={t`Reason`} error={wrong("reason")}>
        <Textarea name="reason" required maxLength={300} rows={3} />
      </Field>
    </FormDialog>
  );
}
