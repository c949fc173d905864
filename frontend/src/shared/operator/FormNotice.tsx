import { Trans } from "@lingui/react/macro";
import { ApiError } from "#/shared/api/problem";
import { Button } from "#/shared/ui/Button";
import { ErrorNotice } from "#/shared/ui/ErrorState";
import type { FormErrors } from "./useFormErrors";

interface Props {
  errors: Pick<FormErrors<string>, "rest" | "unplaced">;
  /** Begins again with what somebody else has saved meanwhile, where the form edits something. */
  onReload?: () => void;
}

/** What is wrong with a form and stands at none of its fields. */
export function FormNotice({ errors: { rest, unplaced }, onReload }: Props) {
  if (rest instanceof ApiError && rest.isChangedMeanwhile && onReload) {
    return (
      <div
        role="alert"
        className="flex flex-wrap items-center gap-3 rounded-control bg-warn-soft px-4 py-2.5 text-warn"
      >
        <p className="min-w-0 flex-1 basis-48">
          <Trans>
            Somebody else has changed this meanwhile. Note what you typed, then load their version:
            yours is not saved.
          </Trans>
        </p>
        <Button size="small" onClick={onReload}>
          <Trans>Load their version</Trans>
        </Button>
      </div>
    );
  }
  if (rest) return <ErrorNotice error={rest} />;
  if (unplaced.length === 0) return null;
  return (
    <ul role="alert" className="grid gap-1 rounded-control bg-bad-soft px-4 py-2.5 text-bad">
      {unplaced.map(({ where, text }) => (
        <li key={`${where} ${text}`}>
          <span className="font-medium">{where}</span> {text}
        </li>
      ))}
    </ul>
  );
}
