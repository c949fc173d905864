import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { cx } from "#/shared/lib/cx";
import { formatStopwatch } from "#/shared/lib/format";
import { useNow } from "#/shared/live/useNow";
import { Button } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { Spinner } from "#/shared/ui/Spinner";
import type { ChargingSession } from "../api/sessions";
import { useStop } from "../api/useStop";

/** Between the wish and the first energy: what has happened, what comes next, and a way out. */
export function WaitingSession({ session, userId }: { session: ChargingSession; userId: string }) {
  const { t } = useLingui();
  const stop = useStop(userId, session.session_id);
  const isAccepted = session.state === "PENDING_START";
  return (
    <section className="rounded-hero bg-hero p-6 text-on-hero">
      <h1 className="text-3xl font-semibold" aria-live="polite">
        {isAccepted ? t`Plug in your car` : t`Asking the charger`}
      </h1>
      <p className="mt-1 text-hero-muted">
        <Trans>
          {session.charger_name ?? session.charger_id}, connector {session.connector_id}
        </Trans>
      </p>
      {session.due_at ? <Countdown dueAt={session.due_at} /> : null}
      {isAccepted ? null : (
        <p className="mt-2 text-hero-muted">
          <Trans>It is asked as soon as it is in contact. After this time nothing happens.</Trans>
        </p>
      )}
      <ol className="my-8 grid gap-0">
        <Step state="done" title={t`Requested`} />
        <Step state={isAccepted ? "done" : "now"} title={t`The charger agrees`} />
        <Step
          state={isAccepted ? "now" : "later"}
          title={t`Cable plugged in`}
          icon={<Icon name="plug-zap" className="size-4" />}
        />
        <Step state="later" title={t`Charging`} isLast />
      </ol>
      <Button
        size="large"
        className="w-full border-hero-muted bg-transparent text-on-hero hover:bg-hero-line"
        busy={stop.isPending}
        onClick={() => stop.mutate()}
      >
        <Trans>Cancel</Trans>
      </Button>
      <p className="mt-3 text-center text-sm text-hero-muted">
        <Trans>Nothing is charged to your wallet until energy flows.</Trans>
      </p>
    </section>
  );
}

function Countdown({ dueAt }: { dueAt: string }) {
  const now = useNow();
  const left = Math.max(0, (Date.parse(dueAt) - now) / 1000);
  return (
    <p className="mt-6 text-display font-semibold text-volt tabular" role="timer">
      {formatStopwatch(left)}
    </p>
  );
}

interface StepProps {
  state: "done" | "now" | "later";
  title: string;
  icon?: ReactNode;
  isLast?: boolean;
}

function Step({ state, title, icon, isLast = false }: StepProps) {
  return (
    <li className="flex gap-4" aria-current={state === "now" ? "step" : undefined}>
      <span className="grid justify-items-center">
        <span
          className={cx(
            "grid size-8 place-items-center rounded-full border-2",
            state === "done" && "border-volt bg-volt text-[#12200a]",
            state === "now" && "border-volt text-volt",
            state === "later" && "border-hero-line text-hero-muted",
          )}
        >
          {state === "done" ? <Icon name="check" className="size-4" strokeWidth={3} /> : null}
          {state === "now" ? <Spinner className="size-4" /> : null}
          {state === "later" ? icon : null}
        </span>
        {isLast ? null : (
          <span
            aria-hidden
            className={cx("h-6 w-0.5", state === "done" ? "bg-volt" : "bg-hero-line")}
          />
        )}
      </span>
      <span className={cx("pt-1 text-lg", state === "later" ? "text-hero-muted" : "font-medium")}>
        {title}
      </span>
    </li>
  );
}
