import { Trans } from "@lingui/react/macro";
import { ButtonLink } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import type { ChargingSession } from "../api/sessions";
import { useFailureText } from "./useFailureText";

/** It did not begin: why, that nothing was taken, and how to go on. */
export function FailedSession({ session }: { session: ChargingSession }) {
  const failure = useFailureText();
  const isCancelled = session.state === "CANCELLED";
  return (
    <Card className="rounded-hero p-6 text-center">
      <Icon name="circle-x" className="mx-auto size-14 text-bad" strokeWidth={1.5} />
      <h1 className="mt-4 text-3xl font-semibold">
        {isCancelled ? <Trans>Cancelled</Trans> : <Trans>That did not start</Trans>}
      </h1>
      <p className="mt-2 text-lg">{failure(session.reason)}</p>
      <p className="mt-1 text-muted">
        <Trans>No money was kept.</Trans>
      </p>
      <div className="mt-8 grid gap-2">
        <ButtonLink
          kind="primary"
          size="large"
          to="/c/$charger/$connector"
          params={{ charger: session.charger_id, connector: String(session.connector_id) }}
        >
          <Trans>Back to the connector</Trans>
        </ButtonLink>
        <ButtonLink to="/" kind="quiet" size="large">
          <Trans>Find another charger</Trans>
        </ButtonLink>
      </div>
    </Card>
  );
}
