import { Trans, useLingui } from "@lingui/react/macro";
import { RowsSection } from "#/shared/operator/RowsSection";
import { Field, Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import type { Setting } from "../api/templates";

interface Props {
  settings: Setting[];
  onChange: (settings: Setting[]) => void;
  /** What is wrong with a field of the template. */
  wrong: (name: string) => string | null;
}

/** Where mistakes of an entry can stand, as the body has them. */
export function namesIn(index: number): string[] {
  return [`settings.${index}.key`, `settings.${index}.value`];
}

/** Keys of a charger's configuration, and what each should be. */
export function SettingsEditor({ settings, onChange, wrong }: Props) {
  const { t } = useLingui();
  const change = (index: number, part: Partial<Setting>) =>
    onChange(settings.map((setting, at) => (at === index ? { ...setting, ...part } : setting)));
  return (
    <RowsSection
      title={t`Values`}
      add={<Trans>Add key</Trans>}
      onAdd={() => onChange([...settings, { key: "", value: "" }])}
      error={wrong("settings")}
    >
      <ul className="grid gap-4">
        {settings.map((setting, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
          >
            <Field
              label={t`Key`}
              error={wrong(`settings.${index}.key`)}
              className="max-sm:col-span-2"
            >
              <Input
                required
                maxLength={50}
                autoComplete="off"
                spellCheck={false}
                value={setting.key}
                onChange={(event) => change(index, { key: event.target.value })}
              />
            </Field>
            <Field label={t`Value`} error={wrong(`settings.${index}.value`)}>
              <Input
                maxLength={500}
                autoComplete="off"
                spellCheck={false}
                value={setting.value}
                onChange={(event) => change(index, { value: event.target.value })}
              />
            </Field>
            <IconButton
              label={t`Remove ${setting.key}`}
              disabled={settings.length === 1}
              onClick={() => onChange(settings.filter((_, at) => at !== index))}
            >
              <Icon name="trash" className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
    </RowsSection>
  );
}
