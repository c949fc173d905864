import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ApiError } from "#/shared/api/problem";
import { Icon } from "#/shared/ui/Icon";
import { Button } from "./Button";

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** A page or a part of it that could not be read: what happened, the request id, and what to do. */
export function ErrorState({ error, onRetry }: Props) {
  const { title, detail, icon } = useDescription(error);
  const requestId = error instanceof ApiError ? error.problem.requestId : null;
  return (
    <div
      role="alert"
      className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-12 text-center"
    >
      <div className="mb-2 grid size-14 place-items-center rounded-2xl bg-bad-soft text-bad [&>svg]:size-7">
        {icon}
      </div>
      <p className="text-lg font-semibold">{title}</p>
      <p className="text-muted">{detail}</p>
      {requestId ? (
        <p className="text-xs text-muted">
          <Trans>
            Request id <code className="font-mono select-all">{requestId}</code>
          </Trans>
        </p>
      ) : null}
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
  const { title, detail } = useDescription(error);
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-bad-soft px-4 py-2.5 text-bad"
    >
      <Icon name="triangle-exclamation-point" className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-48">
        <span className="font-medium">{title}</span> {detail}
      </p>
      {onRetry ? (
        <Button kind="quiet" size="small" className="text-bad" onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      ) : null}
    </div>
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
  icon: ReactNode;
}

function useDescription(error: unknown): Description {
  return useDescribe()(error);
}

function useDescribe(): (error: unknown) => Description {
  const { t } = useLingui();
  return (error) => {
    const problem = error instanceof ApiError ? error.problem : null;
    if (problem?.status === 0) {
      return {
        title: t`The server does not answer`,
        detail: t`Check your connection. Nothing was lost.`,
        icon: <Icon name="cloud-off" />,
      };
    }
    if (problem?.status === 404) {
      return {
        title: t`There is nothing here`,
        detail: t`It may have been removed, or the address is mistyped.`,
        icon: <Icon name="search-x" />,
      };
    }
    if (problem?.status === 403) {
      return {
        title: t`You may not see this`,
        detail: problem.detail,
        icon: <Icon name="shield-x" />,
      };
    }
    if (problem?.status === 429) {
      return {
        title: t`Too many requests`,
        detail: t`Wait a moment, then try again.`,
        icon: <Icon name="triangle-exclamation-point" />,
      };
    }
    return {
      title: problem?.title || t`Something went wrong`,
      detail: problem?.detail ?? t`Please try again.`,
      icon: <Icon name="triangle-exclamation-point" />,
    };
  };
}
