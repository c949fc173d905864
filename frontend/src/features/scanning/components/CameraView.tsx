import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { cx } from "#/shared/lib/cx";
import { Icon } from "#/shared/ui/Icon";
import { Spinner } from "#/shared/ui/Spinner";
import { loadDetector } from "../api/detector";

type CameraState = "opening" | "open" | "refused" | "missing";

const LOOK_EVERY_MS = 200;
const WIDTH = 640;

/** The picture of the back camera, looked through for codes. A refused camera is named. */
export function CameraView({ onText }: { onText: (text: string) => void }) {
  const { t } = useLingui();
  const [state, setState] = useState<CameraState>("opening");
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef(onText);
  report.current = onText;

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const ending = new AbortController();
    openCamera(element, ending.signal, (text) => report.current(text))
      .then(() => setState("open"))
      .catch((error: unknown) => {
        if (!ending.signal.aborted) setState(isRefusal(error) ? "refused" : "missing");
      });
    return () => ending.abort();
  }, []);

  const isWorking = state === "opening" || state === "open";
  return (
    <div
      className={cx(
        "relative w-full overflow-hidden rounded-hero bg-hero text-on-hero",
        isWorking && "aspect-square",
      )}
    >
      <video
        ref={video}
        muted
        playsInline
        aria-label={t`Camera`}
        className={isWorking ? "size-full object-cover" : "hidden"}
      />
      {state === "open" ? (
        <div aria-hidden className="absolute inset-[16%] rounded-hero border-4 border-volt/90" />
      ) : null}
      {state === "opening" ? (
        <p
          role="status"
          className="absolute inset-0 grid place-content-center justify-items-center gap-3"
        >
          <Spinner className="size-6" />
          <Trans>Opening the camera…</Trans>
        </p>
      ) : null}
      {isWorking ? null : (
        <div role="status" className="grid justify-items-center gap-2 px-8 py-10 text-center">
          <Icon name="camera-off" className="size-10 text-hero-muted" />
          <p className="text-lg font-medium">
            {state === "refused" ? (
              <Trans>The camera is not allowed</Trans>
            ) : (
              <Trans>No camera here</Trans>
            )}
          </p>
          <p className="text-hero-muted">
            <Trans>Take a photo of the code, or type what stands below it.</Trans>
          </p>
        </div>
      )}
    </div>
  );
}

async function openCamera(
  video: HTMLVideoElement,
  ending: AbortSignal,
  report: (text: string) => void,
) {
  if (!navigator.mediaDevices) throw new Error("no camera");
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment", width: { ideal: 1280 } },
  });
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (ending.aborted) {
    close();
    throw ending.reason;
  }
  ending.addEventListener("abort", close);
  video.srcObject = stream;
  await video.play();
  void look(video, ending, report);
}

/** Looks at the picture again and again until it is told to end. */
async function look(video: HTMLVideoElement, ending: AbortSignal, report: (text: string) => void) {
  const detect = await loadDetector();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  while (context && !ending.aborted) {
    if (video.videoWidth > 0) {
      canvas.width = WIDTH;
      canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const text = await detect(context.getImageData(0, 0, canvas.width, canvas.height));
      if (text !== null && !ending.aborted) report(text);
    }
    await new Promise((resume) => window.setTimeout(resume, LOOK_EVERY_MS));
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotAllowedError";
}
