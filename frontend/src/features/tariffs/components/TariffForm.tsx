import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { currencyDigits } from "#/shared/lib/format";
import { useFormat } from "#/shared/lib/useFormat";
import { scaledText } from "#/shared/operator/decimals";
import { FormNotice } from "#/shared/operator/FormNotice";
import { localInput } from "#/shared/operator/form";
import type { Tariff } from "#/shared/operator/tariffs";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Checkbox, Field, Input } from "#/shared/ui/Field";
import { readTariff } from "../api/reading";
import type { TariffFields, Window } from "../api/tariffs";
import { WindowsEditor } from "./WindowsEditor";

const FIELDS = [
  "name",
  "energy_rate_micro_per_kwh",
  "session_fee_minor",
  "minute_rate_micro",
  "idle_rate_micro",
  "idle_grace_s",
  "minimum_minor",
  "maximum_minor",
  "tax_rate_micro",
  "tax_included",
  "charge_zero_energy",
  "windows",
  "valid_from",
  "valid_to",
] as const;
type FieldName = (typeof FIELDS)[number];

interface Props {
  /** The tariff to edit, or null for a new one. */
  tariff: Tariff | null;
  currency: string;
  onSave: (fields: TariffFields) => void;
  onReload?: () => void;
  busy: boolean;
  error: unknown;
}

export function TariffForm({ tariff, currency, onSave, onReload, busy, error }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const [windows, setWindows] = useState<Window[]>(tariff?.windows.map(asTyped) ?? []);
  const [mistakes, setMistakes] = useState<string[]>([]);
  const errors = useFormErrors(error, FIELDS);
  const wrong = (name: FieldName) =>
    mistakes.includes(name) ? t`Type a number, as ${format.decimal("0.385")}.` : errors.wrong(name);
  const digits = currencyDigits(currency);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readTariff(new FormData(event.currentTarget), currency, windows);
    setMistakes("wrong" in read ? read.wrong : []);
    if ("fields" in read) onSave(read.fields);
  };
  const amount = (
    name: FieldName,
    label: string,
    value: number | null | undefined,
    scale: number,
    hint?: string,
  ) => (
    <Field label={label} hint={hint} error={wrong(name)}>
      <Input
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value ? format.decimal(scaledText(value, scale)) : ""}
        placeholder={name === "maximum_minor" ? "" : "0"}
      />
    </Field>
  );

  return (
    <form onSubmit={submit} className="grid gap-5">
      <FormNotice errors={errors} onReload={onReload} />
      <Section title={t`Prices in ${currency}`}>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          <Field label={t`Name`} error={wrong("name")} className="sm:col-span-2 xl:col-span-3">
            <Input name="name" required maxLength={120} defaultValue={tariff?.name} />
          </Field>
          {amount(
            "energy_rate_micro_per_kwh",
            t`Energy, per kWh`,
            tariff?.energy_rate_micro_per_kwh,
            6,
          )}
          {amount("session_fee_minor", t`Per session`, tariff?.session_fee_minor, digits)}
          {amount(
            "minute_rate_micro",
            t`Time, per minute of charging`,
            tariff?.minute_rate_micro,
            6,
          )}
          {amount(
            "idle_rate_micro",
            t`Blocking, per minute`,
            tariff?.idle_rate_micro,
            6,
            t`When the vehicle is full and stays.`,
          )}
          {amount(
            "idle_grace_s",
            t`Free minutes before that`,
            tariff ? tariff.idle_grace_s / 60 : null,
            0,
          )}
          {amount("minimum_minor", t`At least`, tariff?.minimum_minor, digits)}
          {amount(
            "maximum_minor",
            t`At most`,
            tariff?.maximum_minor,
            digits,
            t`Empty for no limit.`,
          )}
          {amount("tax_rate_micro", t`Tax in percent`, tariff?.tax_rate_micro, 4)}
        </div>
        <div className="mt-3 grid gap-x-4 sm:grid-cols-2">
          <Checkbox
            name="tax_included"
            label={t`Prices contain the tax`}
            hint={wrong("tax_included")}
            defaultChecked={tariff?.tax_included ?? true}
          />
          <Checkbox
            name="charge_zero_energy"
            label={t`Charge sessions without energy`}
            hint={wrong("charge_zero_energy") ?? t`Else a session that took nothing costs nothing.`}
            defaultChecked={tariff?.charge_zero_energy}
          />
        </div>
      </Section>
      <WindowsEditor windows={windows} onChange={setWindows} error={wrong("windows")} />
      <Section title={t`Valid`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t`From`} hint={t`Empty: always.`} error={wrong("valid_from")}>
            <Input
              name="valid_from"
              type="datetime-local"
              defaultValue={localInput(tariff?.valid_from ?? null)}
            />
          </Field>
          <Field label={t`To`} hint={t`Empty: for good.`} error={wrong("valid_to")}>
            <Input
              name="valid_to"
              type="datetime-local"
              defaultValue={localInput(tariff?.valid_to ?? null)}
            />
          </Field>
        </div>
      </Section>
      <div>
        <Button kind="primary" type="submit" busy={busy}>
          {tariff ? <Trans>Save tariff</Trans> : <Trans>Create tariff</Trans>}
        </Button>
      </div>
    </form>
  );
}

function asTyped(window: Tariff["windows"][number]): Window {
  return { ...window, begins: window.begins.slice(0, 5), ends: window.ends.slice(0, 5) };
}
