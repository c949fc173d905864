import { Trans } from "@lingui/react/macro";
import { cx } from "#/shared/lib/cx";

/** A place of final height for what is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("skeleton", className)} />;
}

/** Rows of a list or table on their way. rows: as many as usually come. */
export function SkeletonRows({
  rows = 6,
  className = "h-16",
}: {
  rows?: number;
  className?: string;
}) {
  const keys = Array.from({ length: rows }, (_, row) => `row-${row}`);
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">
        <Trans>Loading…</Trans>
      </span>
      {keys.map((key) => (
        <Skeleton key={key} className={className} />
      ))}
    </div>
  );
}
