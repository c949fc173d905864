import { useLingui } from "@lingui/react/macro";
import { Badge, type Tone } from "#/shared/ui/Badge";

/** Where a charge stands, in a driver's words. */
export function TransactionState({ state }: { state: string }) {
  const { t } = useLingui();
  const known: Record<string, [Tone, string]> = {
    RUNNING: ["busy", t`Charging`],
    PENDING_RECONCILIATION: ["warn", t`Waiting for the charger`],
    STOPPED: ["warn", t`Bill on its way`],
    COMPLETED: ["good", t`Paid`],
    BILLING_FAILED: ["warn", t`Bill open`],
    HELD: ["warn", t`Being looked at`],
    UNBILLED: ["idle", t`Not billed`],
    CANCELLED: ["idle", t`Cancelled`],
  };
  const [tone, name] = known[state] ?? ["idle", state];
  return <Badge tone={tone}>{name}</Badge>;
}
