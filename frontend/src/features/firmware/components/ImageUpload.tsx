import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useDeed } from "#/shared/operator/useDeed";
import { Section } from "#/shared/ui/Card";
import { Field, Input } from "#/shared/ui/Field";
import { toast } from "#/shared/ui/toast";
import { type Firmware, offerUpload, sendImage } from "../api/firmware";
import { UploadProgress } from "./UploadProgress";

/** For firmware whose file has not arrived whole: sends it, or sends it again. */
export function ImageUpload({ firmware }: { firmware: Firmware }) {
  const { t } = useLingui();
  const [part, setPart] = useState<number | null>(null);
  const deed = useDeed({
    run: async (image: File) => {
      const upload = await offerUpload(firmware.firmware_id);
      await sendImage(upload, image, setPart).catch(() => {
        toast("bad", t`The file did not arrive. Try again.`);
      });
    },
    refresh: [["admin", "firmware"]],
    onDone: () => setPart(null),
  });
  return (
    <Section title={t`The file is missing`}>
      <p className="mb-4 text-muted">
        {firmware.state === "damaged" ? (
          <Trans>What arrived is not what was announced. Send the image again.</Trans>
        ) : (
          <Trans>Chargers can install this firmware once its image is here.</Trans>
        )}
      </p>
      <Field label={firmware.file_name}>
        <Input
          type="file"
          className="max-w-md py-2"
          disabled={deed.isPending}
          onChange={(event) => {
            const image = event.target.files?.[0];
            if (image) deed.mutate(image);
          }}
        />
      </Field>
      {part === null ? null : <UploadProgress part={part} className="mt-3 max-w-md" />}
    </Section>
  );
}
