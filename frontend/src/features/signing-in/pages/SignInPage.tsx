import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { Doorway } from "../components/Doorway";

interface Props {
  /** Where the person wanted to go. */
  to: string;
  hasExpired: boolean;
}

export function SignInPage({ to, hasExpired }: Props) {
  const { t } = useLingui();
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");
  const leave = () => {
    setState("leaving");
    import("#/shared/auth/oidc").then(({ signIn }) => signIn(to)).catch(() => setState("failed"));
  };
  return (
    <Doorway title={hasExpired ? t`Welcome back` : t`Sign in`}>
      <p className="text-lg text-hero-muted">
        {hasExpired ? (
          <Trans>Your session has ended. Sign in to continue where you were.</Trans>
        ) : (
          <Trans>Start charging, follow your session, and see what it cost.</Trans>
        )}
      </p>
      {state === "failed" ? (
        <p role="alert" className="rounded-control bg-bad-soft px-4 py-3 font-medium text-bad">
          <Trans>The sign-in service does not answer. Try again in a moment.</Trans>
        </p>
      ) : null}
      <Button
        kind="volt"
        size="large"
        busy={state === "leaving"}
        icon={<Icon name="arrow-right" className="size-5" />}
        onClick={leave}
      >
        <Trans>Continue to sign in</Trans>
      </Button>
      <ButtonLink to="/" kind="quiet" size="large" className="text-on-hero hover:bg-hero-line">
        <Trans>Look at the map first</Trans>
      </ButtonLink>
    </Doorway>
  );
}
