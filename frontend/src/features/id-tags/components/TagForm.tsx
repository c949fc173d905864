import { useLingui } from "@lingui/react/macro";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { instantOf, localInput, maybeText, numberOf, textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { useEdit } from "#/shared/operator/useEdit";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Checkbox, Field, Input } from "#/shared/ui/Field";
import { createTag, readTag, replaceTag, type Tag, type TagFields } from "../api/tags";

const FIELDS = [
  "id_tag",
  "user_id",
  "parent_id_tag",
  "expires_at",
  "concurrent_limit",
  "blocked",
] as const;
const REFRESH = [
  ["admin", "id-tags"],
  ["admin", "unknown-id-tags"],
];

interface NewProps {
  /** Its number, when it is known, as from the inbox. */
  idTag?: string;
  userId?: string;
  onClose: () => void;
}

export function NewTagForm({ idTag = "", userId, onClose }: NewProps) {
  const { t } = useLingui();
  const deed = useDeed({
    run: createTag,
    refresh: REFRESH,
    said: t`The tag is there.`,
    quiet: true,
    onDone: onClose,
  });
  const errors = useFormErrors(deed.error, FIELDS);
  return (
    <FormDialog
      wide
      onClose={onClose}
      title={t`New tag`}
      submit={t`Create tag`}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={(form) => deed.mutate({ id_tag: textOf(form, "id_tag"), ...fieldsOf(form) })}
    >
      <Field
        label={t`Tag`}
        hint={t`Capitals do not matter.`}
        error={errors.wrong("id_tag")}
        className="sm:col-span-2"
      >
        <Input name="id_tag" required maxLength={20} autoComplete="off" defaultValue={idTag} />
      </Field>
      <Fields wrong={errors.wrong} tag={{ user_id: userId ?? null }} />
    </FormDialog>
  );
}

export function EditTagForm({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const { t } = useLingui();
  const edit = useEdit({
    latest: tag,
    save: (fields: TagFields, { id_tag, version }) => replaceTag(id_tag, { ...fields, version }),
    read: () => readTag(tag.id_tag),
    refresh: REFRESH,
    said: t`Saved.`,
    onDone: onClose,
  });
  const errors = useFormErrors(edit.error, FIELDS);
  return (
    <FormDialog
      wide
      onClose={onClose}
      title={t`Edit tag ${tag.id_tag}`}
      submit={t`Save`}
      busy={edit.busy}
      notice={<FormNotice errors={errors} onReload={edit.reload} />}
      onSubmit={(form) => edit.save(fieldsOf(form))}
    >
      <Fields key={edit.begun.version} wrong={errors.wrong} tag={edit.begun} />
    </FormDialog>
  );
}

function fieldsOf(form: FormData): TagFields {
  return {
    user_id: maybeText(form, "user_id"),
    blocked: form.has("blocked"),
    expires_at: instantOf(form, "expires_at"),
    parent_id_tag: maybeText(form, "parent_id_tag"),
    concurrent_limit: numberOf(form, "concurrent_limit"),
  };
}

interface FieldsProps {
  wrong: (name: (typeof FIELDS)[number]) => string | null;
  tag: Partial<Tag>;
}

function Fields({ wrong, tag }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Field
        label={t`User id of who pays`}
        hint={t`Empty for a tag that nobody pays for.`}
        error={wrong("user_id")}
      >
        <Input name="user_id" maxLength={64} autoComplete="off" defaultValue={tag.user_id ?? ""} />
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
          defaultValue={tag.parent_id_tag ?? ""}
        />
      </Field>
      <Field label={t`Expires`} error={wrong("expires_at")}>
        <Input
          name="expires_at"
          type="datetime-local"
          defaultValue={localInput(tag.expires_at ?? null)}
        />
      </Field>
      <Field label={t`Sessions at the same time`} error={wrong("concurrent_limit")}>
        <Input
          name="concurrent_limit"
          type="number"
          min={1}
          max={100}
          required
          defaultValue={tag.concurrent_limit ?? 1}
        />
      </Field>
      <Checkbox
        name="blocked"
        label={t`Blocked`}
        hint={wrong("blocked") ?? t`It is refused everywhere.`}
        defaultChecked={tag.blocked}
      />
    </>
  );
}
