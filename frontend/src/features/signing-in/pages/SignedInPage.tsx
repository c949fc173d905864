import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ButtonLink } from "#/shared/ui/Button";
import { Spinner } from "#/shared/ui/Spinner";
import { Doorway } from "../components/Doorway";

/** Where the provider sends the browser back to. Operators without a destination go to their desk. */
export function SignedInPage() {
  const { t } = useLingui();
  const router = useRouter();
  const begun = useRef(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    // The code is good for one exchange, and effects may run twice.
    if (begun.current) return;
    begun.current = true;
    enter()
      .then((to) => router.history.replace(to))
      .catch(() => setFailed(true));
  }, [router]);

  return (
    <Doorway title={failed ? t`That did not work` : t`One moment`}>
      {failed ? (
        <>
          <p role="alert" className="text-lg text-hero-muted">
            <Trans>The sign-in could not be completed. It may have taken too long.</Trans>
          </p>
          <ButtonLink kind="volt" size="large" to="/sign-in">
            <Trans>Sign in again</Trans>
          </ButtonLink>
        </>
      ) : (
        <p role="status" className="flex items-center gap-3 text-lg text-hero-muted">
          <Spinner className="size-5" />
          <Trans>Signing you in…</Trans>
        </p>
      )}
    </Doorway>
  );
}

async function enter(): Promise<string> {
  const { completeSignIn } = await import("#/shared/auth/oidc");
  const to = await completeSignIn();
  const { whoIsThis } = await import("#/shared/auth/guards");
  const profile = await whoIsThis();
  return to === "/" && profile.role === "ADMIN" ? "/admin" : to;
}
