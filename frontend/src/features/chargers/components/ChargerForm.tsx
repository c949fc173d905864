import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { type ChargerDetail, chargerQuery } from "#/shared/operator/chargers";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { textOf } from "#/shared/operator/form";
import { wordFilter } from "#/shared/operator/search";
import { useEdit } from "#/shared/operator/useEdit";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Checkbox, Field, Select } from "#/shared/ui/Field";
import { replaceCharger } from "../api/editing";
import { CHARGER_FIELDS, CHARGER_UNITS, ChargerFields, chargerFieldsOf } from "./ChargerFields";

const LEVELS = ["all", "faults", "off"] as const;

type ChargerEdit = AdminSchema<"ChargerEdit">;

interface Props {
  charger: ChargerDetail;
  onClose: () => void;
}

export function ChargerForm({ charger, onClose }: Props) {
  const { t } = useLingui();
  const { charger_id } = charger;
  const edit = useEdit({
    latest: charger,
    save: (fields: Omit<ChargerEdit, "version">, { version }) =>
      replaceCharger(charger_id, { ...fields, version }),
    read: (client) => client.fetchQuery({ ...chargerQuery(charger_id), staleTime: 0 }),
    refresh: [
      ["admin", "charger", charger_id],
      ["admin", "chargers"],
      ["admin", "stations"],
    ],
    said: t`Saved.`,
    onDone: onClose,
  });
  const { begun } = edit;
  const errors = useFormErrors(edit.error, [...CHARGER_FIELDS, "log_level", "assume_ocpp16"], {
    units: CHARGER_UNITS,
  });
  const submit = (form: FormData) =>
    edit.save({
      ...chargerFieldsOf(form),
      name: textOf(form, "name"),
      assume_ocpp16: form.has("assume_ocpp16"),
      log_level: wordFilter(LEVELS, textOf(form, "log_level")) ?? null,
    });
  return (
    <FormDialog
      key={begun.version}
      wide
      onClose={onClose}
      title={t`Edit charger`}
      submit={t`Save`}
      busy={edit.busy}
      notice={<FormNotice errors={errors} onReload={edit.reload} />}
      onSubmit={submit}
    >
      <ChargerFields charger={begun} wrong={errors.wrong} />
      <Field
        label={t`Messages to keep`}
        error={errors.wrong("log_level")}
        className="sm:col-span-2"
      >
        <Select name="log_level" defaultValue={begun.log_level ?? ""}>
          <option value="">{t`As everywhere`}</option>
          <option value="all">{t`All`}</option>
          <option value="faults">{t`Only faults`}</option>
          <option value="off">{t`None`}</option>
        </Select>
      </Field>
      <Checkbox
        name="assume_ocpp16"
        label={t`Take it for OCPP 1.6`}
        hint={errors.wrong("assume_ocpp16") ?? t`When it does not say which version it speaks.`}
        defaultChecked={begun.assume_ocpp16}
      />
    </FormDialog>
  );
}
