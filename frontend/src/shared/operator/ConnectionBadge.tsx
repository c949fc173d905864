import { Trans } from "@lingui/react/macro";
import { Badge } from "#/shared/ui/Badge";
import { Icon } from "#/shared/ui/Icon";
import type { Charger } from "./chargers";

/** Whether we hear from a charger, and whether it may speak at all. */
export function ConnectionBadge({ charger }: { charger: Charger }) {
  if (charger.registration === "Rejected") {
    return (
      <Badge tone="idle" icon={<Icon name="ban" />}>
        <Trans>Disabled</Trans>
      </Badge>
    );
  }
  if (charger.registration === "Pending") {
    return (
      <Badge tone="warn" icon={<Icon name="clock" />}>
        <Trans>Awaits approval</Trans>
      </Badge>
    );
  }
  if (charger.connected) {
    return (
      <Badge tone="good" icon={<Icon name="wifi" />}>
        <Trans>Connected</Trans>
      </Badge>
    );
  }
  return (
    <Badge
      tone={charger.reachability === "online" ? "warn" : "bad"}
      icon={<Icon name="wifi-off" />}
    >
      {charger.last_seen_at === null ? <Trans>Never seen</Trans> : <Trans>Not connected</Trans>}
    </Badge>
  );
}
