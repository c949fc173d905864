import { Trans, useLingui } from "@lingui/react/macro";
import { cx } from "#/shared/lib/cx";
import { useFormat } from "#/shared/lib/useFormat";

/** How much of a file is sent. part: from 0 to 1. */
export function UploadProgress({ part, className }: { part: number; className?: string }) {
  const { t } = useLingui();
  const percent = useFormat().percent(Math.floor(part * 100));
  return (
    <div className={cx("grid gap-1", className)}>
      <progress aria-label={t`Upload`} value={part} max={1} className="h-2 w-full accent-brand" />
      <p className="text-sm text-muted">
        <Trans>{percent} sent</Trans>
      </p>
    </div>
  );
}
