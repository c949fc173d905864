import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { ChargerSelect } from "#/shared/operator/ChargerSelect";
import { FormNotice } from "#/shared/operator/FormNotice";
import { instantOf, localInput, maybeText, textOf } from "#/shared/operator/form";
import { StationSelect } from "#/shared/operator/StationSelect";
import { wordFilter } from "#/shared/operator/search";
import { useTransactionStates } from "#/shared/operator/TransactionBadge";
import { TRANSACTION_STATES } from "#/shared/operator/transactionStates";
import { useDeed } from "#/shared/operator/useDeed";
import { type FormErrors, useFormErrors } from "#/shared/operator/useFormErrors";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Field, Input, Select } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { Segmented } from "#/shared/ui/Segmented";
import { type ExportKind, type ExportSearch, KINDS, requestExport } from "../api/exports";
import { useKindNames } from "./useKindNames";

const FIELDS = ["since", "until", "user_id", "station_id", "charger_id", "state"] as const;

/** Asks for a file. search: what a list that was too long to download was restricted to. */
export function RequestCard({ search }: { search: ExportSearch }) {
  const { t } = useLingui();
  const [kind, setKind] = useState<ExportKind>(search.kind ?? "transactions");
  const names = useKindNames();
  const deed = useDeed({
    run: requestExport,
    refresh: [["admin", "exports"]],
    said: t`The file is being written.`,
    quiet: true,
  });
  const errors = useFormErrors(deed.error, FIELDS);
  const { wrong } = errors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    deed.mutate({
      kind,
      since: instantOf(form, "since"),
      until: instantOf(form, "until"),
      user_id: maybeText(form, "user_id"),
      station_id: maybeText(form, "station_id"),
      charger_id: maybeText(form, "charger_id"),
      state: wordFilter(TRANSACTION_STATES, textOf(form, "state")) ?? null,
    });
  };
  return (
    <Section title={t`Write a file`}>
      <form onSubmit={submit} className="grid gap-4">
        <FormNotice errors={errors} />
        <Segmented
          label={t`Of what`}
          className="justify-self-start"
          value={kind}
          options={KINDS.map((value) => ({ value, label: names[value] }))}
          onChange={setKind}
        />
        <Field
          label={t`From`}
          error={wrong("since")}
          hint={
            kind === "transactions"
              ? t`When they started. A year back when left out.`
              : t`When it was booked. Everything when left out.`
          }
        >
          <Input
            name="since"
            type="datetime-local"
            defaultValue={localInput(search.since ?? null)}
          />
        </Field>
        <Field label={t`Before`} error={wrong("until")}>
          <Input
            name="until"
            type="datetime-local"
            defaultValue={localInput(search.until ?? null)}
          />
        </Field>
        {kind === "transactions" ? <OfTransactions search={search} wrong={wrong} /> : null}
        <Field
          label={kind === "transactions" ? t`Payer (user id)` : t`Whose wallet (user id)`}
          error={wrong("user_id")}
          hint={t`Everybody when left out.`}
        >
          <Input name="user_id" autoComplete="off" defaultValue={search.user} />
        </Field>
        <div>
          <Button
            kind="primary"
            type="submit"
            busy={deed.isPending}
            icon={<Icon name="file-down" className="size-4" />}
          >
            <Trans>Write the file</Trans>
          </Button>
        </div>
      </form>
    </Section>
  );
}

interface Restrictions {
  search: ExportSearch;
  wrong: FormErrors<(typeof FIELDS)[number]>["wrong"];
}

/** What restricts transactions and no ledger. */
function OfTransactions({ search, wrong }: Restrictions) {
  const { t } = useLingui();
  const states = useTransactionStates();
  return (
    <>
      <Field label={t`Station`} error={wrong("station_id")}>
        <StationSelect name="station_id" none={t`All stations`} defaultValue={search.station} />
      </Field>
      <Field label={t`Charger`} error={wrong("charger_id")}>
        <ChargerSelect name="charger_id" none={t`All chargers`} defaultValue={search.charger} />
      </Field>
      <Field label={t`State`} error={wrong("state")}>
        <Select name="state" defaultValue={search.state}>
          <option value="">{t`All states`}</option>
          {TRANSACTION_STATES.map((state) => (
            <option key={state} value={state}>
              {states[state]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
