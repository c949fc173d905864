import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { cx } from "#/shared/lib/cx";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { live } from "#/shared/live/live";
import { PriceFacts } from "#/shared/stations/PriceFacts";
import { type PlaceDetail, placeQuery } from "#/shared/stations/stations";
import { buttonClass } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { ConnectorRows } from "../components/ConnectorRows";

export function StationPage({ stationId }: { stationId: string }) {
  const query = useQuery({ ...placeQuery(stationId), ...live() });
  const isOld = useStale(query.dataUpdatedAt);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-3 md:px-6 md:pt-8">
      <QueryView query={query}>
        {(place) => (
          <>
            <Header place={place} />
            <div className={cx("grid gap-4", isOld && "stale")}>
              <Section
                title={<Trans>Connectors</Trans>}
                actions={<Freshness updatedAt={query.dataUpdatedAt} />}
                flush
              >
                <ConnectorRows place={place} />
              </Section>
              <Section title={<Trans>Price</Trans>}>
                {place.price ? (
                  <PriceFacts price={place.price} />
                ) : (
                  <p className="text-muted">
                    <Trans>The operator has not set a price for this station.</Trans>
                  </p>
                )}
              </Section>
            </div>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Header({ place }: { place: PlaceDetail }) {
  const target = `${place.latitude}%2C${place.longitude}`;
  return (
    <PageHeader
      above={
        <Link to="/" className="inline-flex h-11 items-center gap-1.5 text-muted hover:text-ink">
          <Icon name="arrow-left" className="size-4" />
          <Trans>Map</Trans>
        </Link>
      }
      title={place.name}
      lead={place.address}
      actions={
        <a
          className={buttonClass({})}
          href={`https://www.openstreetmap.org/directions?to=${target}`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="navigation" className="size-4" />
          <Trans>Directions</Trans>
        </a>
      }
    />
  );
}
