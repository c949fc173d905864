import { Trans } from "@lingui/react/macro";
import { Badge } from "#/shared/ui/Badge";
import { BUCKET_TONES, type Bucket, useBucketNames } from "#/shared/ui/BucketBadge";

const ORDER: Bucket[] = ["free", "busy", "faulted", "unknown", "unavailable"];

/** How many connectors of a station are in which state. */
export function ConnectorCounts({ counts }: { counts: Record<string, number> }) {
  const names = useBucketNames();
  const shown = ORDER.filter((bucket) => (counts[bucket] ?? 0) > 0);
  if (shown.length === 0) {
    return (
      <span className="text-muted">
        <Trans>No chargers yet</Trans>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-1">
      {shown.map((bucket) => (
        <Badge key={bucket} tone={BUCKET_TONES[bucket]}>
          <span className="tabular">{counts[bucket]}</span> {names[bucket]}
        </Badge>
      ))}
    </span>
  );
}
