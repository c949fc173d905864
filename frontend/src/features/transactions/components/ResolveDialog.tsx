import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { fieldMessage, namesFields } from "#/shared/api/problem";
import { scaledOf, scaledText } from "#/shared/operator/decimals";
import { maybeText, textOf } from "#/shared/operator/form";
import { wordFilter } from "#/shared/operator/search";
import { TariffSelect } from "#/shared/operator/TariffSelect";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { ErrorNotice } from "#/shared/ui/ErrorState";
import { Field, Input, Select, Textarea } from "#/shared/ui/Field";
import { type Resolution, resolveTransaction } from "../api/deeds";
import type { TransactionDetail } from "../api/transactions";

const ACTIONS = ["bill", "correct", "assign", "cancel"] as const;
type Action = (typeof ACTIONS)[number];

const ALLOWED: Record<string, readonly Action[]> = {
  HELD: ["bill", "correct", "cancel"],
  COMPLETED: ["correct"],
  UNBILLED: ["assign", "cancel"],
  BILLING_FAILED: ["cancel"],
  STOPPED: ["cancel"],
};

/** A decision about a transaction that waits for one, with its reason. */
export function ResolveDialog({
  transaction,
  onClose,
}: {
  transaction: TransactionDetail;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const formId = useId();
  const { transaction_id: number, state } = transaction;
  const allowed = ALLOWED[state] ?? [];
  const [action, setAction] = useState<Action>(allowed[0] ?? "cancel");
  const [isWrong, setWrong] = useState(false);
  const names: Record<Action, string> = {
    bill: t`Bill it as it is`,
    correct: t`Bill another energy`,
    assign: t`Name who pays`,
    cancel: t`Let nobody pay`,
  };
  const deed = useDeed({
    run: (body: Resolution) => resolveTransaction(number, body),
    refresh: [
      ["admin", "transaction", number],
      ["admin", "transactions"],
    ],
    said: t`Decided.`,
    quiet: true,
    onDone: onClose,
  });
  const wrong = (name: string) => fieldMessage(deed.error, name);
  const isOfField = namesFields(deed.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const energy = action === "correct" ? scaledOf(textOf(form, "energy"), 3) : null;
    const isBad = action === "correct" && (energy === null || energy < 0);
    setWrong(isBad);
    if (isBad) return;
    deed.mutate({
      action,
      reason: textOf(form, "reason"),
      energy_wh: energy,
      user_id: maybeText(form, "user_id"),
      tariff_id: maybeText(form, "tariff_id"),
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Decide about transaction ${number}`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            kind={action === "cancel" ? "danger" : "primary"}
            type="submit"
            form={formId}
            busy={deed.isPending}
          >
            {names[action]}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        {deed.error && !isOfField ? <ErrorNotice error={deed.error} /> : null}
        <Field label={t`Decision`} hint={t`Readings are never changed.`}>
          <Select
            value={action}
            onChange={(event) => setAction(wordFilter(ACTIONS, event.target.value) ?? action)}
          >
            {allowed.map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </Select>
        </Field>
        {action === "correct" ? (
          <Field
            label={t`Energy in kWh`}
            error={isWrong ? t`Type kilowatt-hours, as 12.345.` : wrong("energy_wh")}
          >
            <Input
              name="energy"
              inputMode="decimal"
              required
              defaultValue={scaledText(transaction.energy_wh, 3)}
            />
          </Field>
        ) : null}
        {action === "assign" ? (
          <>
            <Field label={t`User id`} hint={t`From the page of the user.`} error={wrong("user_id")}>
              <Input name="user_id" required maxLength={64} autoComplete="off" />
            </Field>
            <Field label={t`Tariff`} error={wrong("tariff_id")}>
              <TariffSelect name="tariff_id" none={t`As it was`} />
            </Field>
          </>
        ) : null}
        <Field label={t`Reason`} error={wrong("reason")}>
          <Textarea name="reason" required maxLength={300} rows={3} />
        </Field>
      </form>
    </Dialog>
  );
}
