import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useIdempotencyKey } from "#/shared/api/idempotency";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { textOf } from "#/shared/operator/form";
import { useAmounts } from "#/shared/operator/useAmounts";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
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
  const key = useIdempotencyKey();
  const [isWrong, setWrong] = useState(false);
  const { user_id, currency } = wallet;
  const amounts = useAmounts(currency);
  const isTopUp = booking === "top-up";
  const deed = useDeed({
    run: ({ amount, note }: { amount: number; note: string }) =>
      book(user_id, booking, amount, note, key.current()),
    refresh: [["admin", "user", user_id]],
    said: isTopUp ? t`The money is in the wallet.` : t`The wallet is adjusted.`,
    quiet: true,
    onDone: () => {
      key.next();
      onClose();
    },
  });
  const errors = useFormErrors(deed.error, ["amount_minor", "note"], {
    units: { amount_minor: amounts.unit },
  });
  const { wrong } = errors;
  const submit = (form: FormData) => {
    const amount = amounts.unit.read(textOf(form, "amount"));
    const isBad = amount === null || amount === 0 || (isTopUp && amount < 0);
    setWrong(isBad);
    if (amount === null || isBad) return;
    deed.mutate({ amount, note: textOf(form, "note") });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={isTopUp ? t`Top up the wallet` : t`Adjust the wallet`}
      submit={isTopUp ? t`Top up` : t`Adjust`}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={submit}
      onChange={key.next}
    >
      <Field
        label={t`Amount in ${currency}`}
        hint={isTopUp ? undefined : t`With a minus to take money out.`}
        error={isWrong ? amounts.mistake : wrong("amount_minor")}
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
