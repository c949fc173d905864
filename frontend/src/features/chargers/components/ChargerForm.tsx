import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId } from "react";
import { fieldMessage, namesFields } from "#/shared/api/problem";
import type { ChargerDetail } from "#/shared/operator/chargers";
import { scaledText } from "#/shared/operator/decimals";
import { maybeText, numberOf, textOf } from "#/shared/operator/form";
import { StationSelect } from "#/shared/operator/StationSelect";
import { wordFilter } from "#/shared/operator/search";
import { TariffSelect } from "#/shared/operator/TariffSelect";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { ErrorNotice } from "#/shared/ui/ErrorState";
import { Checkbox, Field, Input, Select } from "#/shared/ui/Field";
import { replaceCharger } from "../api/editing";

const LEVELS = ["all", "faults", "off"] as const;

interface Props {
  charger: ChargerDetail;
  open: boolean;
  onClose: () => void;
}

export function ChargerForm({ charger, open, onClose }: Props) {
  const { t } = useLingui();
  const formId = useId();
  const deed = useDeed({
    run: (body: Parameters<typeof replaceCharger>[1]) => replaceCharger(charger.charger_id, body),
    refresh: [
      ["admin", "charger", charger.charger_id],
      ["admin", "chargers"],
      ["admin", "stations"],
    ],
    said: t`Saved.`,
    quiet: true,
    onDone: onClose,
  });
  const wrong = (name: string) => fieldMessage(deed.error, name);
  const isOfField = namesFields(deed.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    deed.mutate({
      name: textOf(form, "name"),
      station_id: textOf(form, "station_id"),
      rated_power_w: Math.round(numberOf(form, "power_kw") * 1000),
      tariff_id: maybeText(form, "tariff_id"),
      assume_ocpp16: form.has("assume_ocpp16"),
      log_level: wordFilter(LEVELS, textOf(form, "log_level")) ?? null,
      version: charger.version,
    });
  };
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={t`Edit charger`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={deed.isPending}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        {deed.error && !isOfField ? (
          <div className="sm:col-span-2">
            <ErrorNotice error={deed.error} />
          </div>
        ) : null}
        <Field label={t`Name`} error={wrong("name")}>
          <Input name="name" required maxLength={120} defaultValue={charger.name} />
        </Field>
        <Field
          label={t`Rated power in kW`}
          error={wrong("rated_power_w")}
          hint={t`Bounds what it can bill.`}
        >
          <Input
            name="power_kw"
            type="number"
            step="any"
            min={0.001}
            max={10000}
            required
            defaultValue={scaledText(charger.rated_power_w, 3)}
          />
        </Field>
        <Field label={t`Station`} error={wrong("station_id")}>
          <StationSelect name="station_id" required defaultValue={charger.station_id} />
        </Field>
        <Field label={t`Tariff`} error={wrong("tariff_id")}>
          <TariffSelect
            name="tariff_id"
            none={t`The station’s`}
            defaultValue={charger.tariff_id ?? ""}
          />
        </Field>
        <Field label={t`Messages to keep`} error={wrong("log_level")} className="sm:col-span-2">
          <Select name="log_level" defaultValue={charger.log_level ?? ""}>
            <option value="">{t`As everywhere`}</option>
            <option value="all">{t`All`}</option>
            <option value="faults">{t`Only faults`}</option>
            <option value="off">{t`None`}</option>
          </Select>
        </Field>
        <Checkbox
          name="assume_ocpp16"
          label={t`Take it for OCPP 1.6`}
          hint={t`When it does not say which version it speaks.`}
          defaultChecked={charger.assume_ocpp16}
        />
      </form>
    </Dialog>
  );
}
