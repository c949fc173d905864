import { useLingui } from "@lingui/react/macro";
import { Badge, type Tone } from "#/shared/ui/Badge";
import type { Firmware } from "../api/firmware";

const TONES: Record<Firmware["state"], Tone> = {
  awaited: "warn",
  available: "good",
  damaged: "bad",
  withdrawn: "idle",
};

export function FirmwareBadge({ state }: { state: Firmware["state"] }) {
  const { t } = useLingui();
  const words: Record<Firmware["state"], string> = {
    awaited: t`Waits for its file`,
    available: t`Ready`,
    damaged: t`Damaged`,
    withdrawn: t`Withdrawn`,
  };
  return <Badge tone={TONES[state]}>{words[state]}</Badge>;
}
