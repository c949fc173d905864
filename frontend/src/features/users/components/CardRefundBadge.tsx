import { useLingui } from "@lingui/react/macro";
import { Badge, type Tone } from "#/shared/ui/Badge";
import type { CardRefund } from "../api/users";

type RefundState = CardRefund["state"];

const TONES: Record<RefundState, Tone> = {
  pending: "busy",
  sent: "good",
  refused: "bad",
  failed: "bad",
};

/** Where a refund to a card stands. */
export function CardRefundBadge({ state }: { state: RefundState }) {
  const { t } = useLingui();
  const words: Record<RefundState, string> = {
    pending: t`Not decided yet`,
    sent: t`Sent to the card`,
    refused: t`Refused by the provider`,
    failed: t`Did not reach the card`,
  };
  return <Badge tone={TONES[state]}>{words[state]}</Badge>;
}
