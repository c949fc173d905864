import { Trans } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { ButtonLink } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import { type Connector, mayStart } from "../api/connector";

/** Signing in comes back to this connector. */
export function SignInToStart({ connector }: { connector: Connector }) {
  const here = useLocation({ select: (location) => location.href });
  return (
    <Card className="grid gap-3 p-4">
      <ButtonLink
        kind="primary"
        size="large"
        to="/sign-in"
        search={{ to: here }}
        icon={<Icon name="log-in" className="size-5" />}
      >
        {mayStart(connector) ? <Trans>Sign in to charge</Trans> : <Trans>Sign in</Trans>}
      </ButtonLink>
      <p className="text-center text-sm text-muted">
        <Trans>You come back to this page.</Trans>
      </p>
    </Card>
  );
}
