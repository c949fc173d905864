import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { useIdempotencyKey } from "#/shared/api/idempotency";
import { fieldMessage } from "#/shared/api/problem";
import { decimalToMinor, minorToDecimal } from "#/shared/lib/format";
import { textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { ErrorNotice } from "#/shared/ui/ErrorState";
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
  const formId = useId();
  const key = useIdempotencyKey();
  const [isWrong, setWrong] = useState(false);
  const { transaction_id: number, payer_id, price_minor } = transaction;
  const currency = transaction.currency ?? "EUR";
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = decimalToMinor(textOf(form, "amount"), currency);
    setWrong(amount === null || amount < 1);
    if (amount === null || amount < 1) return;
    deed.mutate({ amount_minor: amount, reason: textOf(form, "reason") });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Refund`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={deed.isPending}>
            <Trans>Refund</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} onChange={() => key.next()} className="grid gap-4">
        {deed.error ? <ErrorNotice error={deed.error} /> : null}
        <Field
          label={t`Amount in ${currency}`}
          hint={t`Goes to the wallet of whoever paid.`}
          error={isWrong ? t`Type an amount, as 12.50.` : fieldMessage(deed.error, "amount_minor")}
        >
          <Input
            name="amount"
            inputMode="decimal"
            required
            defaultValue={price_minor === null ? "" : minorToDecimal(price_minor, currency)}
          />
        </Field>
        <Field label={t`Reason`} error={fieldMessage(deed.error, "reason")}>
          <Textarea name="reason" required maxLength={300} rows={3} />
        </Field>
      </form>
    </Dialog>
  );
}
