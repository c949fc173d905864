import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { FormNotice } from "#/shared/operator/FormNotice";
import { localInput } from "#/shared/operator/form";
import type { Tariff } from "#/shared/operator/tariffs";
import { useAmounts } from "#/shared/operator/useAmounts";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Checkbox, Field, Input } from "#/shared/ui/Field";
import { type FigureName, readTariff, unitsIn } from "../api/reading";
import type { TariffFields, Window } from "../api/tariffs";
import { namesIn, WindowsEditor } from "./WindowsEditor";

const FIELDS = ["name", "tax_included", "charge_zero_energy", "windows", "valid_from", "valid_to"];

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
  const amounts = useAmounts(currency);
  const [windows, setWindows] = useState<Window[]>(tariff?.windows.map(asTyped) ?? []);
  const [mistakes, setMistakes] = useState<FigureName[]>([]);
  const units = unitsIn(currency);
  const names = [...FIELDS, ...Object.keys(units), ...windows.flatMap((_, at) => namesIn(at))];
  const errors = useFormErrors(error, names, {
    units,
    labels: { minimum_minor: t`At least`, valid_from: t`From` },
  });
  const { wrong } = errors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readTariff(new FormData(event.currentTarget), units, windows);
    setMistakes("wrong" in read ? read.wrong : []);
    if ("fields" in read) onSave(read.fields);
  };
  const mistakeIn = (name: FigureName) =>
    name.endsWith("_minor") ? amounts.mistake : t`Type a number, as ${format.decimal("0.385")}.`;
  const figure = (name: FigureName, label: string, hint?: string) => (
    <Field
      label={label}
      hint={hint}
      error={mistakes.includes(name) ? mistakeIn(name) : wrong(name)}
    >
      <Input
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={tariff?.[name] ? format.decimal(units[name].write(tariff[name])) : ""}
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
          {figure("energy_rate_micro_per_kwh", t`Energy, per kWh`)}
          {figure("session_fee_minor", t`Per session`)}
          {figure("minute_rate_micro", t`Time, per minute of charging`)}
          {figure(
            "idle_rate_micro",
            t`Blocking, per minute`,
            t`When the vehicle is full and stays.`,
          )}
          {figure("idle_grace_s", t`Free minutes before that`)}
          {figure("minimum_minor", t`At least`)}
          {figure("maximum_minor", t`At most`, t`Empty for no limit.`)}
          {figure("tax_rate_micro", t`Tax in percent`)}
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
      <WindowsEditor windows={windows} onChange={setWindows} wrong={wrong} />
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
