import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { fieldMessage, namesFields } from "#/shared/api/problem";
import { useProfile } from "#/shared/auth/profile";
import { decimalToMinor, minorToDecimal } from "#/shared/lib/format";
import { currencyQuery } from "#/shared/operator/currency";
import { maybeText, numberOf, textOf } from "#/shared/operator/form";
import type { Station } from "#/shared/operator/stations";
import { TariffSelect } from "#/shared/operator/TariffSelect";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { ErrorNotice } from "#/shared/ui/ErrorState";
import { Field, Input } from "#/shared/ui/Field";
import type { StationFields } from "../api/editing";
import { knownZones } from "../api/zones";

interface Props {
  /** The station to edit, or null for a new one. */
  station: Station | null;
  open: boolean;
  onClose: () => void;
  onSave: (fields: StationFields) => void;
  busy: boolean;
  error: unknown;
}

/** A station's name, place, price and rules. */
export function StationForm({ station, open, onClose, onSave, busy, error }: Props) {
  const { t } = useLingui();
  const formId = useId();
  const wrong = (name: string) => fieldMessage(error, name);
  const isOfField = namesFields(error);
  const currency = useQuery(currencyQuery(useProfile().user_id)).data;
  const [isNoAmount, setNoAmount] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const minimum = currency ? decimalToMinor(textOf(form, "minimum_balance"), currency) : null;
    const isBad = minimum === null || minimum < 0;
    setNoAmount(isBad);
    if (isBad) return;
    onSave({
      name: textOf(form, "name"),
      address: textOf(form, "address"),
      time_zone: textOf(form, "time_zone"),
      latitude: numberOf(form, "latitude"),
      longitude: numberOf(form, "longitude"),
      tariff_id: maybeText(form, "tariff_id"),
      minimum_balance_minor: minimum,
    });
  };

  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={station ? t`Edit station` : t`New station`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={busy} disabled={!currency}>
            {station ? <Trans>Save</Trans> : <Trans>Create station</Trans>}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        {error && !isOfField ? (
          <div className="sm:col-span-2">
            <ErrorNotice error={error} />
          </div>
        ) : null}
        <Field label={t`Name`} error={wrong("name")} className="sm:col-span-2">
          <Input name="name" required maxLength={120} defaultValue={station?.name} />
        </Field>
        <Field label={t`Address`} error={wrong("address")} className="sm:col-span-2">
          <Input name="address" required maxLength={300} defaultValue={station?.address} />
        </Field>
        <Field label={t`Latitude`} error={wrong("latitude")} hint={t`Degrees north, as 52.5163`}>
          <Input
            name="latitude"
            type="number"
            step="any"
            min={-90}
            max={90}
            required
            defaultValue={station?.latitude}
          />
        </Field>
        <Field label={t`Longitude`} error={wrong("longitude")} hint={t`Degrees east, as 13.3777`}>
          <Input
            name="longitude"
            type="number"
            step="any"
            min={-180}
            max={180}
            required
            defaultValue={station?.longitude}
          />
        </Field>
        <Field
          label={t`Time zone`}
          error={wrong("time_zone")}
          hint={t`Receipts and tariffs go by it.`}
        >
          <Input
            name="time_zone"
            required
            list={`${formId}-zones`}
            defaultValue={station?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          />
        </Field>
        <datalist id={`${formId}-zones`}>
          {knownZones().map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Field label={t`Tariff`} error={wrong("tariff_id")} hint={t`Chargers may have their own.`}>
          <TariffSelect
            name="tariff_id"
            none={t`No tariff: charging is free`}
            defaultValue={station?.tariff_id ?? ""}
          />
        </Field>
        {currency ? (
          <Field
            label={t`Least balance in ${currency}`}
            error={isNoAmount ? t`Type an amount, as 12.50.` : wrong("minimum_balance_minor")}
            hint={t`A driver needs this much to start here.`}
          >
            <Input
              name="minimum_balance"
              inputMode="decimal"
              required
              defaultValue={minorToDecimal(station?.minimum_balance_minor ?? 0, currency)}
            />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}
