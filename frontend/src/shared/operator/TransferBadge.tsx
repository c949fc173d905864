import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { Badge, type Tone } from "#/shared/ui/Badge";

type TransferState = AdminSchema<"TransferState">;

const TONES: Record<TransferState, Tone> = {
  asked: "idle",
  running: "busy",
  succeeded: "good",
  refused: "bad",
  failed: "bad",
  stuck: "warn",
};

/** Where the transfer of a file to or from a charger stands. */
export function TransferBadge({ state }: { state: TransferState }) {
  const { t } = useLingui();
  const words: Record<TransferState, string> = {
    asked: t`Asked`,
    running: t`Running`,
    succeeded: t`Done`,
    refused: t`Refused`,
    failed: t`Failed`,
    stuck: t`Stuck`,
  };
  return <Badge tone={TONES[state]}>{words[state]}</Badge>;
}
