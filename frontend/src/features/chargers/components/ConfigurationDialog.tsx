import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { useWord } from "#/shared/i18n/words";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { ANSWERS } from "#/shared/operator/words/answers";
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
  const word = useWord();
  const { key } = entry;
  const deed = useDeed({
    run: (value: string) => askCharger(chargerId, "ChangeConfiguration", { key, value }),
    refresh: [
      ["admin", "charger", chargerId],
      ["admin", "commands", chargerId],
    ],
    quiet: true,
    onDone: ({ state, outcome }) => {
      const answer = word(ANSWERS, outcome ?? state);
      if (state === "rejected" || state === "not_supported" || state === "error") {
        toast("bad", t`The charger refused: ${answer}`);
      } else if (state === "accepted") toast("good", t`The charger took it: ${answer}`);
      else toast("good", t`On its way. The Commands tab tells what becomes of it.`);
      onClose();
    },
  });
  const errors = useFormErrors(deed.error, ["payload"]);
  return (
    <FormDialog
      onClose={onClose}
      title={key}
      submit={t`Send to charger`}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={(form) => deed.mutate(textOf(form, "value"))}
    >
      <Field label={t`Value`} error={errors.wrong("payload")}>
        <Input
          name="value"
          maxLength={500}
          autoFocus
          defaultValue={entry.desired ?? entry.value ?? ""}
        />
      </Field>
    </FormDialog>
  );
}
