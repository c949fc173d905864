import { Trans, useLingui } from "@lingui/react/macro";
import { ButtonLink } from "#/shared/ui/Button";
import { Doorway } from "../components/Doorway";

export function ForbiddenPage() {
  const { t } = useLingui();
  return (
    <Doorway title={t`You may not see this`}>
      <p className="text-lg text-hero-muted">
        <Trans>This page is for operators, or your account is not active.</Trans>
      </p>
      <ButtonLink kind="volt" size="large" to="/">
        <Trans>To the map</Trans>
      </ButtonLink>
    </Doorway>
  );
}
