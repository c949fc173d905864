import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { FormNotice } from "#/shared/operator/FormNotice";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Field, Select } from "#/shared/ui/Field";
import type { Order, Payload } from "../api/commands";
import { type CommandField, payloadOf } from "../api/fields";
import { useCommandForms } from "../api/useCommandForms";
import { CommandInput } from "./CommandInput";
import { CommandRows } from "./CommandRows";

interface Props {
  /** Chosen at first, as by a link. */
  action: string;
  onAction: (action: string) => void;
  onSend: (order: Order) => void;
  busy: boolean;
  /** Whether nobody has approved the charger yet. */
  isPending: boolean;
  /** Why nothing can be sent at all. */
  blocked: string | null;
  sendLabel: string;
  /** Why the last one could not be sent. */
  error: unknown;
}

interface Asked {
  payload: Payload;
  warning: string;
}

/** Chooses a command, takes what it needs, and asks before what disturbs. */
export function CommandPicker(props: Props) {
  const { action, onAction, onSend, busy, isPending, blocked, sendLabel, error } = props;
  const { t } = useLingui();
  const formId = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const groups = useCommandForms();
  const forms = groups.flatMap((group) => group.forms);
  const form = forms.find((one) => one.action === action) ?? forms[0];
  const errors = useFormErrors(error, form?.fields.map(inPayload) ?? []);
  if (!form) return null;
  const reason =
    blocked ??
    (isPending && form.needsApproval
      ? t`Approve the charger first: until then it may not charge.`
      : null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const payload = payloadOf(form.fields, new FormData(event.currentTarget));
    const warning = form.warning?.(payload) ?? null;
    if (warning) setAsked({ payload, warning });
    else onSend({ action: form.action, payload, confirmed: false });
  };

  return (
    <>
      <form key={form.action} id={formId} onSubmit={submit} className="grid gap-4">
        <Field label={t`Command`} hint={form.about}>
          <Select value={form.action} onChange={(event) => onAction(event.target.value)}>
            {groups.map((group) => (
              <optgroup key={group.name} label={group.name}>
                {group.forms.map((one) => (
                  <option key={one.action} value={one.action}>
                    {one.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        {form.fields.map((field) => {
          const Kind = field.kind === "rows" ? CommandRows : CommandInput;
          return <Kind key={field.path} field={field} error={errors.wrong(inPayload(field))} />;
        })}
        <FormNotice errors={errors} />
        {reason ? (
          <p className="rounded-control bg-warn-soft px-3 py-2 text-sm text-warn">{reason}</p>
        ) : null}
        <div>
          <Button kind="primary" type="submit" busy={busy} disabled={reason !== null}>
            {sendLabel}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) onSend({ action: form.action, payload: asked.payload, confirmed: true });
          setAsked(null);
        }}
        title={form.name}
        confirm={<Trans>Send anyway</Trans>}
      >
        {asked?.warning}
      </ConfirmDialog>
    </>
  );
}

/** Where the API finds a field. */
function inPayload({ path }: CommandField): string {
  return `payload.${path}`;
}
