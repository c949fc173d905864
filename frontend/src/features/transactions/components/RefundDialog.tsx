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
import { refundTransaction } from "../api/deeds";
import type { TransactionDetail } from "../api/transactions";

interface Wish {
  amount_minor: number | null;
  reason: string;
}

/** Gives back what was charged, all or a part; a double click gives back once. */
export function RefundDialog({
  transaction,
  onClose,
}: {
  transaction: TransactionDetail;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const key = useIdempotencyKey();
  const [isWrong, setWrong] = useState(false);
  const { transaction_id: number, payer_id, price_minor } = transaction;
  const currency = transaction.currency ?? "EUR";
  const amounts = useAmounts(currency);
  const deed = useDeed({
    run: (wish: Wish) => refundTransaction(number, wish, key.current()),
    refresh: [
      ["admin", "transaction", number],
      ["admin", "transactions"],
      ["admin", "user", payer_id],
    ],
    said: t`Refunded.`,
    quiet: true,
    onDone: () => {
      key.next();
      onClose();
    },
  });
  const errors = useFormErrors(deed.error, ["amount_minor", "reason"], {
    units: { amount_minor: amounts.unit },
  });
  const { wrong } = errors;
  const submit = (form: FormData) => {
    const amount = amounts.unit.read(textOf(form, "amount"));
    setWrong(amount === null || amount < 1);
    if (amount === null || amount < 1) return;
    deed.mutate({ amount_minor: amount, reason: textOf(form, "reason") });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t`Refund`}
      submit={t`Refund`}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={submit}
      onChange={key.next}
    >
      <Field
        label={t`Amount in ${currency}`}
        hint={t`Goes to the wallet of whoever paid.`}
        error={isWrong ? amounts.mistake : wrong("amount_minor")}
      >
        <Input
          name="amount"
          inputMode="decimal"
          required
          defaultValue={price_minor === null ? "" : amounts.typed(price_minor)}
        />
      </Field>
      <Field label={t`Reason`} error={wrong("reason")}>
        <Textarea name="reason" required maxLength={300} rows={3} />
      </Field>
    </FormDialog>
  );
}
