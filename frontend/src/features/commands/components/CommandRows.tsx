import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import { type CommandField, rowPrefix } from "../api/fields";
import { CommandInput } from "./CommandInput";

/** A list within a command, as tags or limits: a group of inputs for each entry. */
export function CommandRows({ field, error }: { field: CommandField; error: string | null }) {
  const { t } = useLingui();
  const { label, path, hint, columns = [], rows = 0, required = false } = field;
  const [keys, setKeys] = useState(() => Array.from({ length: rows }, (_, key) => key));
  const add = () => setKeys([...keys, Math.max(-1, ...keys) + 1]);
  const mayRemove = !required || keys.length > 1;
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="text-sm font-medium">{label}</legend>
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
      {keys.map((key, index) => (
        <fieldset
          key={key}
          className="grid min-w-0 items-end gap-3 rounded-control border border-line bg-sunken/60 p-3 sm:grid-cols-2"
        >
          <legend className="sr-only">{t`${label}: ${index + 1}`}</legend>
          <input type="hidden" name={path} value={key} />
          {columns.map((column) => (
            <CommandInput
              key={column.path}
              field={column}
              prefix={rowPrefix(path, String(key))}
              error={null}
            />
          ))}
          {mayRemove ? (
            <div className="flex justify-end sm:col-span-2">
              <IconButton
                label={t`Remove ${index + 1}`}
                onClick={() => setKeys(keys.filter((one) => one !== key))}
              >
                <Icon name="trash" className="size-4" />
              </IconButton>
            </div>
          ) : null}
        </fieldset>
      ))}
      {error ? (
        <p role="alert" className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
      <div>
        <Button size="small" icon={<Icon name="plus" className="size-4" />} onClick={add}>
          {field.add ?? <Trans>Add</Trans>}
        </Button>
      </div>
    </fieldset>
  );
}
