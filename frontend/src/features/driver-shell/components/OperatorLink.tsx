import { Trans } from "@lingui/react/macro";
import { ButtonLink } from "#/shared/ui/Button";

export function OperatorLink() {
  return (
    <ButtonLink to="/admin" size="small" preload={false}>
      <Trans>Operator area</Trans>
    </ButtonLink>
  );
}
