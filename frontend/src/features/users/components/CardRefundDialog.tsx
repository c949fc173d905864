import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useIdempotencyKey } from "#/shared/api/idempotency";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { textOf } from "#/shared/operator/form";
import { useAmounts } from "#/shared/operator/useAmounts";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Field, Input } from "#/shared/ui/Field";
import { refundToCard, type Wallet } from "../api/users";

interface Props {
  wallet: Wallet;
  onClose: () => void;
}

interface Wish {
  amount: number;
  paymentId: string;
}

/** Gives money of a wallet back to the card that it came from. A double click gives back once. */
export function CardRefundDialog({ wallet, onClose }: Props) {
  const { t } = useLingui();
  const key = useIdempotencyKey();
  const [isWrong, setWrong] = useState(false);
  const { user_id, currency } = wallet;
  const amounts = useAmounts(currency);
  const deed = useDeed({
    run: ({ amount, paymentId }: Wish) => refundToCard(user_id, paymentId, amount, key.current()),
    refresh: [["admin", "user", user_id]],
    said: t`Refunded.`,
    quiet: true,
    onDone: () => {
      key.next();
      onClose();
    },
  });
  const errors = useFormErrors(deed.error, ["payment_id", "amount_minor"], {
    units: { amount_minor: amounts.unit },
  });
  const { wrong } = errors;
  const submit = (form: FormData) => {
    const amount = amounts.unit.read(textOf(form, "amount"));
    const isBad = amount === null || amount < 1;
    setWrong(isBad);
    if (isBad) return;
    deed.mutate({ amount, paymentId: textOf(form, "payment_id") });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t`Refund to a card`}
      submit={t`Refund`}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={submit}
      onChange={key.next}
    >
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
        error={isWrong ? amounts.mistake : wrong("amount_minor")}
      >
        <Input name="amount" inputMode="decimal" required autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
