import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useContext } from "react";
import { ApiError } from "#/shared/api/problem";
import { useWord } from "#/shared/i18n/words";
import { isMissingPart } from "#/shared/lib/missingParts";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { Button } from "./Button";
import { RefusalWords } from "./refusals";

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** A page or a part of it that could not be read: what happened, the request id, and what to do. */
export function ErrorState({ error, onRetry }: Props) {
  const { title, detail, icon } = useDescribe()(error);
  return (
    <div
      role="alert"
      className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-12 text-center"
    >
      <div className="mb-2 grid size-14 place-items-center rounded-2xl bg-bad-soft text-bad [&>svg]:size-7">
        <Icon name={icon} />
      </div>
      <p className="text-lg font-semibold">{title}</p>
      <p className="text-muted">{detail}</p>
      <RequestId error={error} />
      {onRetry ? (
        <Button
          className="mt-3"
          icon={<Icon name="rotate-cw" className="size-4" />}
          onClick={onRetry}
        >
          <Trans>Try again</Trans>
        </Button>
      ) : null}
    </div>
  );
}

/** One line above data that could not be renewed and is still shown. */
export function ErrorNotice({ error, onRetry }: Props) {
  const { title, detail } = useDescribe()(error);
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-bad-soft px-4 py-2.5 text-bad"
    >
      <Icon name="triangle-exclamation-point" className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-48">
        <span className="font-medium">{title}</span> {detail}
        <RequestId error={error} />
      </p>
      {onRetry ? (
        <Button kind="quiet" size="small" className="text-bad" onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      ) : null}
    </div>
  );
}

/** Leads operators to the cause of what went wrong here. */
function RequestId({ error }: { error: unknown }) {
  const requestId = error instanceof ApiError && error.status >= 500 && error.problem.requestId;
  if (!requestId) return null;
  return (
    <span className="block text-xs">
      <Trans>
        Request id <code className="font-mono select-all">{requestId}</code>
      </Trans>
    </span>
  );
}

/** The error as a sentence, for toasts and forms. */
export function useErrorText(): (error: unknown) => string {
  const explain = useDescribe();
  return (error) => {
    const { title, detail } = explain(error);
    return detail || title;
  };
}

interface Description {
  title: string;
  detail: string;
  icon: IconName;
}

/** Why a rule refused, by its reason; the API's own sentence for one that is not known here. */
export function useRefusal(): (reason: string | null, sentence: string | null) => string {
  const tell = useWord();
  const refusals = useContext(RefusalWords);
  return (reason, sentence) =>
    tell(refusals, reason ?? "", { otherwise: sentence ?? reason ?? "" });
}

/** What to say for an answer's status; the API's own sentence where it says more. */
function useDescribe(): (error: unknown) => Description {
  const { t } = useLingui();
  const tell = useRefusal();
  return (error) => {
    const problem = error instanceof ApiError ? error.problem : null;
    const refused = tell(problem?.reason ?? null, problem?.detail ?? null);
    const seconds = problem?.retryAfterS ?? 0;
    switch (isMissingPart(error) ? 0 : problem?.status) {
      case 0:
        return {
          title: t`The server does not answer`,
          detail: t`Check your connection. Nothing was lost.`,
          icon: "cloud-off",
        };
      case 403:
        return { title: t`You may not see this`, detail: refused, icon: "shield-x" };
      case 404:
        return {
          title: t`There is nothing here`,
          detail: t`It may have been removed, or the address is mistyped.`,
          icon: "search-x",
        };
      case 409:
        return {
          title: t`That is not possible now`,
          detail: refused,
          icon: "triangle-exclamation-point",
        };
      case 429:
        return {
          title: t`Too many requests`,
          detail:
            seconds > 0
              ? t`Wait ${plural(seconds, { one: "# second", other: "# seconds" })}, then try again.`
              : t`Wait a moment, then try again.`,
          icon: "clock",
        };
      default:
        return {
          title: t`Something went wrong`,
          detail: problem && problem.status < 500 ? refused : t`Please try again in a moment.`,
          icon: "triangle-exclamation-point",
        };
    }
  };
}
