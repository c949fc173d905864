import { useLingui } from "@lingui/react/macro";
import { FormDialog } from "#/shared/operator/FormDialog";
import { textOf } from "#/shared/operator/form";
import { useMoneyForm } from "#/shared/operator/useMoneyForm";
import { Field, Input, Textarea } from "#/shared/ui/Field";
import { type Booking, book, type Wallet } from "../api/users";

interface Props {
  wallet: Wallet;
  booking: Booking;
  onClose: () => void;
}

/** Money into a wallet, or a correction by hand. A double click books once. */
export function BookingDialog({ wallet, booking, onClose }: Props) {
  const { t } = useLingui();
  const { user_id, currency } = wallet;
  const isTopUp = booking === "top-up";
  const { dialog, wrong, wrongAmount } = useMoneyForm({
    currency,
    fields: ["note"],
    allows: (minor) => (isTopUp ? minor > 0 : minor !== 0),
    run: ({ amountMinor, form }, key) =>
      book(user_id, booking, amountMinor, textOf(form, "note"), key),
    refresh: [["admin", "user", user_id]],
    said: isTopUp ? t`The money is in the wallet.` : t`The wallet is adjusted.`,
    onClose,
  });
  return (
    <FormDialog
      {...dialog}
      title={isTopUp ? t`Top up the wallet` : t`Adjust the wallet`}
      submit={isTopUp ? t`Top up` : t`Adjust`}
    >
      <Field
        label={t`Amount in ${currency}`}
        hint={isTopUp ? undefined : t`With a minus to take money out.`}
        error={wrongAmount}
      >
        <Input
          name="amount"
          inputMode={isTopUp ? "decimal" : "text"}
          required
          autoFocus
          autoComplete="off"
        />
      </Field>
      <Field
        label={isTopUp ? t`Note (optional)` : t`Note`}
        hint={t`Stands in the ledger, and the driver can read it.`}
        error={wrong("note")}
      >
        <Textarea name="note" required={!isTopUp} maxLength={300} rows={3} />
      </Field>
    </FormDialog>
  );
}
