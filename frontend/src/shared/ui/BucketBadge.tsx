import { useLingui } from "@lingui/react/macro";
import { Ban, CircleCheck, CircleHelp, TriangleAlert, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type Tone } from "./Badge";

/** What a driver can expect of a connector. */
export type Bucket = "free" | "busy" | "unavailable" | "faulted" | "unknown";

export const BUCKET_TONES: Record<Bucket, Tone> = {
  free: "good",
  busy: "busy",
  unavailable: "idle",
  faulted: "bad",
  unknown: "warn",
};

const ICONS: Record<Bucket, ReactNode> = {
  free: <CircleCheck aria-hidden />,
  busy: <Zap aria-hidden />,
  unavailable: <Ban aria-hidden />,
  faulted: <TriangleAlert aria-hidden />,
  unknown: <CircleHelp aria-hidden />,
};

export function useBucketNames(): Record<Bucket, string> {
  const { t } = useLingui();
  return {
    free: t`Free`,
    busy: t`In use`,
    unavailable: t`Out of service`,
    faulted: t`Faulted`,
    unknown: t`Unknown`,
  };
}

export function BucketBadge({ bucket }: { bucket: Bucket }) {
  return (
    <Badge tone={BUCKET_TONES[bucket]} icon={ICONS[bucket]}>
      {useBucketNames()[bucket]}
    </Badge>
  );
}
