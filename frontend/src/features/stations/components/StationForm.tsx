import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { useProfile } from "#/shared/auth/profile";
import { currencyQuery } from "#/shared/operator/currency";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { maybeText, numberOf, textOf } from "#/shared/operator/form";
import { type Station, stationQuery } from "#/shared/operator/stations";
import { TariffSelect } from "#/shared/operator/TariffSelect";
import { useAmounts } from "#/shared/operator/useAmounts";
import { useDeed } from "#/shared/operator/useDeed";
import { useEdit } from "#/shared/operator/useEdit";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Field, Input } from "#/shared/ui/Field";
import { createStation, replaceStation, type StationFields } from "../api/editing";
import { knownZones } from "../api/zones";

interface NewProps {
  onClose: () => void;
  onDone: (station: Station) => void;
}

export function NewStationForm({ onClose, onDone }: NewProps) {
  const { t } = useLingui();
  const deed = useDeed({
    run: createStation,
    refresh: [["admin", "stations"]],
    said: t`The station is there. Now register its chargers.`,
    quiet: true,
    onDone,
  });
  return (
    <StationForm
      title={t`New station`}
      submit={t`Create station`}
      station={null}
      onClose={onClose}
      onSave={deed.mutate}
      busy={deed.isPending}
      error={deed.error}
    />
  );
}

export function EditStationForm({ station, onClose }: { station: Station; onClose: () => void }) {
  const { t } = useLingui();
  const { station_id } = station;
  const edit = useEdit({
    latest: station,
    save: (fields: StationFields, { version }) =>
      replaceStation(station_id, { ...fields, version }),
    read: (client) => client.fetchQuery({ ...stationQuery(station_id), staleTime: 0 }),
    refresh: [
      ["admin", "station", station_id],
      ["admin", "stations"],
    ],
    said: t`Saved.`,
    onDone: onClose,
  });
  return (
    <StationForm
      key={edit.begun.version}
      title={t`Edit station`}
      submit={t`Save`}
      station={edit.begun}
      onClose={onClose}
      onSave={edit.save}
      onReload={edit.reload}
      busy={edit.busy}
      error={edit.error}
    />
  );
}

const FIELDS = [
  "name",
  "address",
  "time_zone",
  "latitude",
  "longitude",
  "tariff_id",
  "minimum_balance_minor",
] as const;

interface Props {
  title: ReactNode;
  submit: ReactNode;
  /** The station to edit, or null for a new one. */
  station: Station | null;
  onClose: () => void;
  onSave: (fields: StationFields) => void;
  onReload?: () => void;
  busy: boolean;
  error: unknown;
}

/** A station's name, place, price and rules. */
function StationForm({ station, onSave, onReload, error, ...dialog }: Props) {
  const { t } = useLingui();
  const zonesId = useId();
  const currency = useQuery(currencyQuery(useProfile().user_id)).data;
  const amounts = useAmounts(currency ?? "EUR");
  const [isNoAmount, setNoAmount] = useState(false);
  const errors = useFormErrors(error, FIELDS, { units: { minimum_balance_minor: amounts.unit } });
  const { wrong } = errors;
  const submit = (form: FormData) => {
    const minimum = amounts.unit.read(textOf(form, "minimum_balance"));
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
    <FormDialog
      wide
      {...dialog}
      disabled={!currency}
      onSubmit={submit}
      notice={<FormNotice errors={errors} onReload={onReload} />}
    >
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
          list={zonesId}
          defaultValue={station?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
        />
      </Field>
      <datalist id={zonesId}>
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
          error={isNoAmount ? amounts.mistake : wrong("minimum_balance_minor")}
          hint={t`A driver needs this much to start here.`}
        >
          <Input
            name="minimum_balance"
            inputMode="decimal"
            required
            defaultValue={amounts.typed(station?.minimum_balance_minor ?? 0)}
          />
        </Field>
      ) : null}
    </FormDialog>
  );
}
