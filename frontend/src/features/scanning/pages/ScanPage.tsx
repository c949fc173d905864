import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { readCode } from "../api/code";
import { loadDetector } from "../api/detector";
import { CameraView } from "../components/CameraView";
import { TypedCode } from "../components/TypedCode";

/** From the code on a charger to its page: by camera, by photo, or typed. */
export function ScanPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const photo = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const follow = (text: string) => {
    const code = readCode(text, window.location.origin);
    if (code.kind === "foreign") {
      setProblem(t`This code is not one of ours. It leads to ${code.where}.`);
      return;
    }
    const { charger, connector } = code;
    void navigate({ to: "/c/$charger/$connector", params: { charger, connector } });
  };
  const readPhoto = async (file: File) => {
    setProblem(null);
    const detect = await loadDetector();
    const text = await detect(file).catch(() => null);
    if (text === null)
      setProblem(t`There is no readable code in this photo. Go closer and try again.`);
    else follow(text);
  };

  return (
    <div className="mx-auto w-full max-w-md px-4 pt-6 md:pt-10">
      <PageHeader title={t`Scan the code`} lead={t`It is on the charger, beside the plug.`} />
      <div className="grid gap-4">
        <CameraView onText={follow} />
        <div role="alert">
          {problem ? (
            <p className="flex gap-2.5 rounded-control bg-bad-soft px-4 py-3 font-medium text-bad">
              <Icon name="triangle-exclamation-point" className="mt-0.5 size-5 shrink-0" />
              {problem}
            </p>
          ) : null}
        </div>
        <input
          ref={photo}
          type="file"
          accept="image/*"
          capture="environment"
          className="hidden"
          aria-hidden
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void readPhoto(file);
          }}
        />
        <Button
          size="large"
          icon={<Icon name="image-up" className="size-5" />}
          onClick={() => photo.current?.click()}
        >
          <Trans>Use a photo</Trans>
        </Button>
        <Section title={<Trans>Type the code</Trans>}>
          <TypedCode onAddress={follow} />
        </Section>
      </div>
    </div>
  );
}
