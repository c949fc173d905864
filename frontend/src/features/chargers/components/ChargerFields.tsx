import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ChargerDetail } from "#/shared/operator/chargers";
import { maybeText, textOf } from "#/shared/operator/form";
import { StationSelect } from "#/shared/operator/StationSelect";
import { TariffSelect } from "#/shared/operator/TariffSelect";
import { KILO } from "#/shared/operator/units";
import { Field, Input } from "#/shared/ui/Field";

export const CHARGER_FIELDS = ["name", "station_id", "rated_power_w", "tariff_id"] as const;
export const CHARGER_UNITS = { rated_power_w: KILO };

interface Props {
  /** What is known of it; null for a new one. */
  charger: Pick<ChargerDetail, "name" | "rated_power_w" | "station_id" | "tariff_id"> | null;
  /** At first, for a new one. */
  stationId?: string | undefined;
  nameHint?: ReactNode;
  wrong: (name: (typeof CHARGER_FIELDS)[number]) => string | null;
}

/** What a charger is called, where it stands, and what bounds and prices it. */
export function ChargerFields({ charger, stationId = "", nameHint, wrong }: Props) {
  const { t } = useLingui();
  return (
    <>
      <Field label={t`Name`} error={wrong("name")} hint={nameHint}>
        <Input
          name="name"
          required={charger !== null}
          maxLength={120}
          autoComplete="off"
          defaultValue={charger?.name}
        />
      </Field>
      <Field
        label={t`Rated power in kW`}
        error={wrong("rated_power_w")}
        hint={t`Bounds what it can bill.`}
      >
        <Input
          name="power_kw"
          type="number"
          step={0.001}
          min={0.001}
          max={10000}
          required
          defaultValue={charger ? KILO.write(charger.rated_power_w) : ""}
        />
      </Field>
      <Field label={t`Station`} error={wrong("station_id")}>
        <StationSelect name="station_id" required defaultValue={charger?.station_id ?? stationId} />
      </Field>
      <Field label={t`Tariff`} error={wrong("tariff_id")}>
        <TariffSelect
          name="tariff_id"
          none={t`The station’s`}
          defaultValue={charger?.tariff_id ?? ""}
        />
      </Field>
    </>
  );
}

/** What those fields say. */
export function chargerFieldsOf(form: FormData) {
  return {
    station_id: textOf(form, "station_id"),
    rated_power_w: KILO.read(textOf(form, "power_kw")) ?? 0,
    tariff_id: maybeText(form, "tariff_id"),
  };
}
