import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { FormNotice } from "#/shared/operator/FormNotice";
import { maybeText, textOf } from "#/shared/operator/form";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Field, Input } from "#/shared/ui/Field";
import type { Setting, Template, TemplateFields } from "../api/templates";
import { namesIn, SettingsEditor } from "./SettingsEditor";

interface Props {
  template: Template | null;
  onSave: (fields: TemplateFields) => void;
  onReload?: () => void;
  busy: boolean;
  error: unknown;
}

export function TemplateForm({ template, onSave, onReload, busy, error }: Props) {
  const { t } = useLingui();
  const [settings, setSettings] = useState<Setting[]>(
    template?.settings ?? [{ key: "", value: "" }],
  );
  const errors = useFormErrors(error, [
    "name",
    "vendor",
    "model",
    "settings",
    ...settings.flatMap((_, at) => namesIn(at)),
  ]);
  const { wrong } = errors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSave({
      name: textOf(form, "name"),
      vendor: textOf(form, "vendor"),
      model: maybeText(form, "model"),
      settings: settings.map(({ key, value }) => ({ key: key.trim(), value })),
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <FormNotice errors={errors} onReload={onReload} />
      <Section title={t`For which chargers`}>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t`Name`} error={wrong("name")}>
            <Input name="name" required maxLength={120} defaultValue={template?.name} />
          </Field>
          <Field
            label={t`Vendor`}
            hint={t`As chargers name it when they boot.`}
            error={wrong("vendor")}
          >
            <Input name="vendor" required maxLength={50} defaultValue={template?.vendor} />
          </Field>
          <Field label={t`Model`} hint={t`Empty for all models.`} error={wrong("model")}>
            <Input name="model" maxLength={50} defaultValue={template?.model ?? ""} />
          </Field>
        </div>
      </Section>
      <SettingsEditor settings={settings} onChange={setSettings} wrong={wrong} />
      <div className="flex justify-end">
        <Button kind="primary" type="submit" busy={busy}>
          {template ? <Trans>Save</Trans> : <Trans>Create template</Trans>}
        </Button>
      </div>
    </form>
  );
}
