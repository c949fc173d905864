import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { maybeText, textOf } from "#/shared/operator/form";
import { wordFilter } from "#/shared/operator/search";
import { TariffSelect } from "#/shared/operator/TariffSelect";
import { KILO } from "#/shared/operator/units";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Field, Input, Select, Textarea } from "#/shared/ui/Field";
import { type Resolution, resolveTransaction } from "../api/deeds";
import type { TransactionDetail } from "../api/transactions";

const ACTIONS = ["bill", "correct", "assign", "cancel"] as const;
type Action = (typeof ACTIONS)[number];

type FieldName = "reason" | "energy_wh" | "user_id" | "tariff_id";

/** The fields that are there for a decision. */
const FIELDS_OF: Record<Action, readonly FieldName[]> = {
  bill: ["reason"],
  correct: ["reason", "energy_wh"],
  assign: ["reason", "user_id", "tariff_id"],
  cancel: ["reason"],
};

const ALLOWED: Record<string, readonly Action[]> = {
  HELD: ["bill", "correct", "cancel"],
  COMPLETED: ["correct"],
  UNBILLED: ["assign", "cancel"],
  BILLING_FAILED: ["correct", "cancel"],
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
  const format = useFormat();
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
  const errors = useFormErrors(deed.error, FIELDS_OF[action], { units: { energy_wh: KILO } });
  const { wrong } = errors;
  const submit = (form: FormData) => {
    const energy = action === "correct" ? KILO.read(textOf(form, "energy")) : null;
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
    <FormDialog
      onClose={onClose}
      title={t`Decide about transaction ${number}`}
      submit={names[action]}
      submitKind={action === "cancel" ? "danger" : "primary"}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={submit}
    >
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
          error={
            isWrong ? t`Type kilowatt-hours, as ${format.decimal("12.345")}.` : wrong("energy_wh")
          }
        >
          <Input
            name="energy"
            inputMode="decimal"
            required
            defaultValue={format.decimal(KILO.write(transaction.energy_wh))}
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
    </FormDialog>
  );
}
