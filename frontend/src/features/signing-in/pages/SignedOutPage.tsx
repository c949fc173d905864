import { Trans, useLingui } from "@lingui/react/macro";
import { ButtonLink } from "#/shared/ui/Button";
import { Doorway } from "../components/Doorway";

export function SignedOutPage() {
  const { t } = useLingui();
  return (
    <Doorway title={t`See you soon`}>
      <p className="text-lg text-hero-muted">
        <Trans>You are signed out on this device.</Trans>
      </p>
      <ButtonLink kind="volt" size="large" to="/sign-in">
        <Trans>Sign in again</Trans>
      </ButtonLink>
      <ButtonLink to="/" kind="quiet" size="large" className="text-on-hero hover:bg-hero-line">
        <Trans>To the map</Trans>
      </ButtonLink>
    </Doorway>
  );
}
