import { useLingui } from "@lingui/react/macro";
import { Badge, type Tone } from "#/shared/ui/Badge";

const TONES: Record<string, Tone> = {
  RUNNING: "busy",
  PENDING_RECONCILIATION: "warn",
  STOPPED: "idle",
  COMPLETED: "good",
  BILLING_FAILED: "bad",
  HELD: "warn",
  UNBILLED: "idle",
  CANCELLED: "idle",
  REFUNDED: "brand",
};

/** The states of a transaction in words. */
export function useTransactionStates(): Record<string, string> {
  const { t } = useLingui();
  return {
    RUNNING: t`Charging`,
    PENDING_RECONCILIATION: t`Awaiting its end`,
    STOPPED: t`Stopped, not billed yet`,
    COMPLETED: t`Completed`,
    BILLING_FAILED: t`Billing failed`,
    HELD: t`Held for review`,
    UNBILLED: t`Not billed`,
    CANCELLED: t`Cancelled`,
  };
}

export function TransactionBadge({ state }: { state: string }) {
  const names = useTransactionStates();
  return <Badge tone={TONES[state] ?? "idle"}>{names[state] ?? state}</Badge>;
}
