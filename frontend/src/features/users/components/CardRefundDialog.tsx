import { useLingui } from "@lingui/react/macro";
import { FormDialog } from "#/shared/operator/FormDialog";
import { textOf } from "#/shared/operator/form";
import { useMoneyForm } from "#/shared/operator/useMoneyForm";
import { Field, Input } from "#/shared/ui/Field";
import { refundToCard, type Wallet } from "../api/users";

interface Props {
  wallet: Wallet;
  onClose: () => void;
}

/** Gives money of a wallet back to the card that it came from. A double click gives back once. */
export function CardRefundDialog({ wallet, onClose }: Props) {
  const { t } = useLingui();
  const { user_id, currency } = wallet;
  const { dialog, wrong, wrongAmount } = useMoneyForm({
    currency,
    fields: ["payment_id"],
    allows: (minor) => minor > 0,
    run: ({ amountMinor, form }, key) =>
      refundToCard(user_id, textOf(form, "payment_id"), amountMinor, key),
    refresh: [["admin", "user", user_id]],
    said: t`Refunded.`,
    onClose,
  });
  return (
    <FormDialog {...dialog} title={t`Refund to a card`} submit={t`Refund`}>
      <Field
        label={t`Payment`}
        hint={t`The note of its top-up in the ledger.`}
        error={wrong("payment_id")}
      >
        <Input name="payment_id" required autoFocus autoComplete="off" maxLength={300} />
      </Field>
      <Field
        label={t`Amount in ${currency}`}
        hint={t`At most what is available in the wallet.`}
        error={wrongAmount}
      >
        <Input name="amount" inputMode="decimal" required autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
