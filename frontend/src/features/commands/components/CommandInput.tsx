import { useLingui } from "@lingui/react/macro";
import { Field, Input, Select, Textarea } from "#/shared/ui/Field";
import type { CommandField } from "../api/fields";

interface Props {
  field: CommandField;
  error: string | null;
  /** Before the name of the input, within a row. */
  prefix?: string;
}

/** The control of one field of a command. */
export function CommandInput({ field, error, prefix = "" }: Props) {
  const { t } = useLingui();
  const label = field.required ? field.label : t`${field.label} (optional)`;
  return (
    <Field label={label} hint={field.hint} error={error}>
      <Control
        field={field}
        name={prefix + field.path}
        none={field.path.includes(".") ? t`None` : t`Any`}
      />
    </Field>
  );
}

function Control({ field, name, none }: { field: CommandField; name: string; none: string }) {
  const { kind, required, initial, longest } = field;
  const shared = { name, required, defaultValue: initial };
  switch (kind) {
    case "choice":
      return (
        <Select {...shared}>
          {required ? null : <option value="">{none}</option>}
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </Select>
      );
    case "whole":
      return <Input {...shared} type="number" step={1} min={field.least} />;
    case "decimal":
      return <Input {...shared} type="number" step="any" min={field.least} />;
    case "moment":
      return <Input {...shared} type="datetime-local" />;
    case "long":
      return (
        <Textarea
          {...shared}
          maxLength={longest}
          rows={4}
          spellCheck={false}
          className="font-mono text-sm"
        />
      );
    default:
      return <Input {...shared} maxLength={longest} autoComplete="off" spellCheck={false} />;
  }
}
