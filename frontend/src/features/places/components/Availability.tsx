import { Trans } from "@lingui/react/macro";
import { countOf, total } from "#/shared/stations/stations";
import { Badge } from "#/shared/ui/Badge";
import { Icon } from "#/shared/ui/Icon";

/** How many connectors are free, in use, broken, and of how many nothing is known. */
export function Availability({ connectors }: { connectors: Record<string, number> }) {
  const free = countOf(connectors, "free");
  const busy = countOf(connectors, "busy");
  const unknown = countOf(connectors, "unknown");
  const out = countOf(connectors, "faulted") + countOf(connectors, "unavailable");
  if (total(connectors) === 0) {
    return (
      <Badge tone="warn" icon={<Icon name="circle-question-mark" />}>
        <Trans>Not reported yet</Trans>
      </Badge>
    );
  }
  return (
    <span className="flex flex-wrap gap-1.5 tabular">
      {free > 0 ? (
        <Badge tone="good" icon={<Icon name="circle-check" />}>
          <Trans>{free} free</Trans>
        </Badge>
      ) : null}
      {busy > 0 ? (
        <Badge tone="busy" icon={<Icon name="zap" />}>
          <Trans>{busy} in use</Trans>
        </Badge>
      ) : null}
      {out > 0 ? (
        <Badge tone="bad" icon={<Icon name="triangle-exclamation-point" />}>
          <Trans>{out} out of service</Trans>
        </Badge>
      ) : null}
      {unknown > 0 ? (
        <Badge tone="warn" icon={<Icon name="circle-question-mark" />}>
          <Trans>{unknown} unknown</Trans>
        </Badge>
      ) : null}
    </span>
  );
}
