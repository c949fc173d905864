import { useLingui } from "@lingui/react/macro";
import { Field, Input, Select, Textarea } from "#/shared/ui/Field";
import type { CommandField } from "../api/fields";

/** The control of one field of a command. */
export function CommandInput({ field, error }: { field: CommandField; error: string | null }) {
  const { t } = useLingui();
  const label = field.required ? field.label : t`${field.label} (optional)`;
  return (
    <Field label={label} hint={field.hint} error={error}>
      <Control field={field} none={t`Any`} />
    </Field>
  );
}

function Control({ field, none }: { field: CommandField; none: string }) {
  const { path, kind, required, initial } = field;
  const shared = { name: path, required, defaultValue: initial };
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
    case "moment":
      return <Input {...shared} type="datetime-local" />;
    case "json":
    case "long":
      return (
        <Textarea
          {...shared}
          rows={kind === "json" ? 8 : 4}
          spellCheck={false}
          className="font-mono text-sm"
        />
      );
    default:
      return <Input {...shared} autoComplete="off" spellCheck={false} />;
  }
}
