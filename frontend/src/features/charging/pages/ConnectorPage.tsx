import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "#/shared/api/problem";
import { useMaybeProfile } from "#/shared/auth/profile";
import { cx } from "#/shared/lib/cx";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { PriceFacts } from "#/shared/stations/PriceFacts";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { usePageTitle } from "#/shared/ui/usePageTitle";
import { type Connector, connectorQuery } from "../api/connector";
import { ConnectorHero } from "../components/ConnectorHero";
import { SignInToStart } from "../components/SignInToStart";
import { StartPanel } from "../components/StartPanel";

interface Props {
  chargerId: string;
  connectorId: number;
}

/** One connector: what a code on a charger opens, and where a charge begins. */
export function ConnectorPage({ chargerId, connectorId }: Props) {
  const { t } = useLingui();
  usePageTitle(t`Charge at ${chargerId}`);
  const query = useQuery(connectorQuery(chargerId, connectorId));
  return (
    <div className="mx-auto w-full max-w-xl px-4 pt-3 md:pt-8">
      {isUnknown(query.error) ? (
        <Unknown chargerId={chargerId} connectorId={connectorId} />
      ) : (
        <QueryView query={query}>
          {(connector) => <Content connector={connector} updatedAt={query.dataUpdatedAt} />}
        </QueryView>
      )}
    </div>
  );
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

function Unknown({ chargerId, connectorId }: Props) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<Icon name="search-x" />}
      title={
        <h1 className="wrap-anywhere">{t`There is no charger ${chargerId} with a connector ${connectorId}`}</h1>
      }
      action={
        <ButtonLink to="/scan" kind="primary">
          <Trans>Scan the code</Trans>
        </ButtonLink>
      }
    >
      <Trans>Compare the code with what is printed on the charger.</Trans>
    </EmptyState>
  );
}

function Content({ connector, updatedAt }: { connector: Connector; updatedAt: number }) {
  const isOld = useStale(updatedAt);
  const profile = useMaybeProfile();
  const { price, station_id: stationId, name } = connector.station;
  return (
    <>
      <div className="mb-2 flex items-center justify-between gap-3">
        <Link
          to="/stations/$stationId"
          params={{ stationId }}
          className="inline-flex min-h-11 items-center gap-1.5 text-muted hover:text-ink"
        >
          <Icon name="arrow-left" className="size-4 shrink-0" />
          {name}
        </Link>
        <Freshness updatedAt={updatedAt} />
      </div>
      <div className={cx("grid gap-4", isOld && "stale")}>
        <ConnectorHero connector={connector} />
        {profile ? (
          <StartPanel connector={connector} userId={profile.user_id} />
        ) : (
          <SignInToStart connector={connector} />
        )}
        <Section title={<Trans>Price</Trans>}>
          {price ? (
            <PriceFacts price={price} />
          ) : (
            <p className="text-muted">
              <Trans>The operator has not set a price for this station.</Trans>
            </p>
          )}
        </Section>
      </div>
    </>
  );
}
