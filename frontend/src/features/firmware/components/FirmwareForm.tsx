import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormDialog } from "#/shared/operator/FormDialog";
import { FormNotice } from "#/shared/operator/FormNotice";
import { maybeText, textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Field, Input, Textarea } from "#/shared/ui/Field";
import { announceFirmware, type FirmwareFields, sendImage } from "../api/firmware";
import { UploadProgress } from "./UploadProgress";

const FIELDS = [
  "label",
  "version",
  "vendor",
  "model",
  "file_name",
  "size_bytes",
  "signing_certificate",
  "signature",
] as const;

interface Order {
  fields: FirmwareFields;
  image: File;
}

/** What an image is and the image itself; ends on the page of the new firmware. */
export function FirmwareForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [part, setPart] = useState<number | null>(null);
  const deed = useDeed({
    run: async ({ fields, image }: Order) => {
      const announced = await announceFirmware(fields);
      // What failed here can be sent again on the page of the firmware.
      await sendImage(announced.upload, image, setPart).catch(() => undefined);
      return announced;
    },
    refresh: [["admin", "firmware"]],
    quiet: true,
    onDone: ({ firmware_id }) =>
      navigate({ to: "/admin/firmware/$firmwareId", params: { firmwareId: firmware_id } }),
  });
  const errors = useFormErrors(deed.error, FIELDS, {
    labels: { signing_certificate: t`Certificate of the signer`, signature: t`Signature` },
  });
  const { wrong } = errors;
  const submit = (form: FormData) => {
    const image = form.get("image");
    if (!(image instanceof File)) return;
    deed.mutate({
      image,
      fields: {
        label: textOf(form, "label"),
        version: textOf(form, "version"),
        vendor: textOf(form, "vendor"),
        model: textOf(form, "model"),
        file_name: image.name,
        size_bytes: image.size,
        signing_certificate: maybeText(form, "signing_certificate"),
        signature: maybeText(form, "signature"),
      },
    });
  };
  return (
    <FormDialog
      wide
      onClose={onClose}
      title={t`Upload firmware`}
      submit={t`Upload`}
      busy={deed.isPending}
      notice={<FormNotice errors={errors} />}
      onSubmit={submit}
    >
      <Field
        label={t`Image`}
        error={[wrong("file_name"), wrong("size_bytes")].filter(Boolean).join(" ")}
        className="sm:col-span-2"
      >
        <Input name="image" type="file" required className="py-2" />
      </Field>
      <Field label={t`Name`} hint={t`As you will look for it.`} error={wrong("label")}>
        <Input name="label" required maxLength={120} autoComplete="off" />
      </Field>
      <Field
        label={t`Version`}
        hint={t`As a charger names it after the update.`}
        error={wrong("version")}
      >
        <Input name="version" required maxLength={50} autoComplete="off" />
      </Field>
      <Field label={t`Vendor`} hint={t`Empty for any.`} error={wrong("vendor")}>
        <Input name="vendor" maxLength={50} autoComplete="off" />
      </Field>
      <Field label={t`Model`} hint={t`Empty for any.`} error={wrong("model")}>
        <Input name="model" maxLength={50} autoComplete="off" />
      </Field>
      <details className="sm:col-span-2">
        <summary className="min-h-11 cursor-pointer py-2 font-medium">
          <Trans>Signed firmware</Trans>
        </summary>
        <div className="grid gap-4">
          <Field
            label={t`Certificate of the signer`}
            hint={t`PEM, from the maker of the charger.`}
            error={wrong("signing_certificate")}
          >
            <Textarea name="signing_certificate" maxLength={5500} className="font-mono text-xs" />
          </Field>
          <Field label={t`Signature`} error={wrong("signature")}>
            <Textarea name="signature" maxLength={800} className="font-mono text-xs" />
          </Field>
        </div>
      </details>
      {part === null ? null : <UploadProgress part={part} className="sm:col-span-2" />}
    </FormDialog>
  );
}
