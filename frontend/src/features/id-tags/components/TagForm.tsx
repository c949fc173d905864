import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId } from "react";
import { fieldMessage, namesFields } from "#/shared/api/problem";
import { instantOf, localInput, maybeText, numberOf, textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { ErrorNotice } from "#/shared/ui/ErrorState";
import { Checkbox, Field, Input } from "#/shared/ui/Field";
import { createTag, type NewTag, replaceTag, type Tag } from "../api/tags";

interface Props {
  /** The tag to edit, or null for a new one. */
  tag: Tag | null;
  /** The number of a new one, when it is known, as from the inbox. */
  idTag?: string;
  userId?: string;
  onClose: () => void;
}

export function TagForm({ tag, idTag, userId, onClose }: Props) {
  const { t } = useLingui();
  const formId = useId();
  const deed = useDeed({
    run: (fields: NewTag) => {
      if (!tag) return createTag(fields);
      const { id_tag, ...rest } = fields;
      return replaceTag(id_tag, { ...rest, version: tag.version });
    },
    refresh: [
      ["admin", "id-tags"],
      ["admin", "unknown-id-tags"],
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
      id_tag: tag?.id_tag ?? textOf(form, "id_tag"),
      user_id: maybeText(form, "user_id"),
      blocked: form.has("blocked"),
      expires_at: instantOf(form, "expires_at"),
      parent_id_tag: maybeText(form, "parent_id_tag"),
      concurrent_limit: numberOf(form, "concurrent_limit"),
    });
  };
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={tag ? t`Edit tag ${tag.id_tag}` : t`New tag`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={deed.isPending}>
            {tag ? <Trans>Save</Trans> : <Trans>Create tag</Trans>}
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
        {tag ? null : (
          <Field
            label={t`Tag`}
            hint={t`Capitals do not matter.`}
            error={wrong("id_tag")}
            className="sm:col-span-2"
          >
            <Input name="id_tag" required maxLength={20} autoComplete="off" defaultValue={idTag} />
          </Field>
        )}
        <Field
          label={t`User id of who pays`}
          hint={t`Empty for a tag that nobody pays for.`}
          error={wrong("user_id")}
        >
          <Input
            name="user_id"
            maxLength={64}
            autoComplete="off"
            defaultValue={tag?.user_id ?? userId ?? ""}
          />
        </Field>
        <Field
          label={t`Group`}
          hint={t`Its members may stop each other’s sessions.`}
          error={wrong("parent_id_tag")}
        >
          <Input
            name="parent_id_tag"
            maxLength={20}
            autoComplete="off"
            defaultValue={tag?.parent_id_tag ?? ""}
          />
        </Field>
        <Field label={t`Expires`} error={wrong("expires_at")}>
          <Input
            name="expires_at"
            type="datetime-local"
            defaultValue={localInput(tag?.expires_at ?? null)}
          />
        </Field>
        <Field label={t`Sessions at the same time`} error={wrong("concurrent_limit")}>
          <Input
            name="concurrent_limit"
            type="number"
            min={1}
            max={100}
            required
            defaultValue={tag?.concurrent_limit ?? 1}
          />
        </Field>
        <Checkbox
          name="blocked"
          label={t`Blocked`}
          hint={t`It is refused everywhere.`}
          defaultChecked={tag?.blocked}
        />
      </form>
    </Dialog>
  );
}
