import { Trans } from "@lingui/react/macro";
import { Ban, Clock, Wifi, WifiOff } from "lucide-react";
import { Badge } from "#/shared/ui/Badge";
import type { Charger } from "./chargers";

/** Whether we hear from a charger, and whether it may speak at all. */
export function ConnectionBadge({ charger }: { charger: Charger }) {
  if (charger.registration === "Rejected") {
    return (
      <Badge tone="idle" icon={<Ban aria-hidden />}>
        <Trans>Disabled</Trans>
      </Badge>
    );
  }
  if (charger.registration === "Pending") {
    return (
      <Badge tone="warn" icon={<Clock aria-hidden />}>
        <Trans>Awaits approval</Trans>
      </Badge>
    );
  }
  if (charger.connected) {
    return (
      <Badge tone="good" icon={<Wifi aria-hidden />}>
        <Trans>Connected</Trans>
      </Badge>
    );
  }
  return (
    <Badge tone={charger.reachability === "online" ? "warn" : "bad"} icon={<WifiOff aria-hidden />}>
      {charger.last_seen_at === null ? <Trans>Never seen</Trans> : <Trans>Not connected</Trans>}
    </Badge>
  );
}
