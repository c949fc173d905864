import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId } from "react";
import type { AdminSchema } from "#/shared/api/admin";
import { fieldMessage } from "#/shared/api/problem";
import { textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { useErrorText } from "#/shared/ui/ErrorState";
import { Field, Input } from "#/shared/ui/Field";
import { toast } from "#/shared/ui/toast";
import { askCharger } from "../api/knowledge";

interface Props {
  chargerId: string;
  entry: AdminSchema<"ConfigurationView">;
  onClose: () => void;
}

/** A new value for one key, sent to the charger. */
export function ConfigurationDialog({ chargerId, entry, onClose }: Props) {
  const { t } = useLingui();
  const formId = useId();
  const errorText = useErrorText();
  const { key } = entry;
  const deed = useDeed({
    run: (value: string) => askCharger(chargerId, "ChangeConfiguration", { key, value }),
    refresh: [
      ["admin", "charger", chargerId],
      ["admin", "commands", chargerId],
    ],
    quiet: true,
    onDone: ({ state, outcome }) => {
      if (state === "rejected" || state === "not_supported" || state === "error") {
        toast("bad", t`The charger refused: ${outcome ?? state}`);
      } else if (state === "accepted") toast("good", t`The charger took it: ${outcome ?? state}`);
      else toast("good", t`On its way. The Commands tab tells what becomes of it.`);
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    deed.mutate(textOf(new FormData(event.currentTarget), "value"));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={entry.key}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={deed.isPending}>
            <Trans>Send to charger</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field
          label={t`Value`}
          error={deed.error ? (fieldMessage(deed.error, "payload") ?? errorText(deed.error)) : null}
        >
          <Input
            name="value"
            maxLength={500}
            autoFocus
            defaultValue={entry.desired ?? entry.value ?? ""}
          />
        </Field>
      </form>
    </Dialog>
  );
}
