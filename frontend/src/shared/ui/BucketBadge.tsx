import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Icon } from "#/shared/ui/Icon";
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
  free: <Icon name="circle-check" />,
  busy: <Icon name="zap" />,
  unavailable: <Icon name="ban" />,
  faulted: <Icon name="triangle-exclamation-point" />,
  unknown: <Icon name="circle-question-mark" />,
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
