import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { cx } from "#/shared/lib/cx";
import { distanceMetres, type Point } from "#/shared/lib/distance";
import { useFormat } from "#/shared/lib/useFormat";
import type { Place } from "#/shared/stations/stations";
import { Icon } from "#/shared/ui/Icon";
import { Availability } from "./Availability";

/** A station in the list; comes into view when its pin is chosen. */
export function PlaceCard({
  place,
  me,
  isSelected,
}: {
  place: Place;
  me: Point | null;
  isSelected: boolean;
}) {
  const format = useFormat();
  const card = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isSelected) return;
    card.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    card.current?.focus({ preventScroll: true });
  }, [isSelected]);
  const { price } = place;
  return (
    <Link
      ref={card}
      to="/stations/$stationId"
      params={{ stationId: place.station_id }}
      className={cx(
        "group block rounded-card border bg-surface p-4 shadow-low transition-colors hover:border-line-strong",
        isSelected ? "border-brand-ink ring-2 ring-brand-ink/30" : "border-line",
      )}
    >
      <span className="flex items-start justify-between gap-3">
        <span className="min-w-0">
          <span className="block text-base font-semibold tracking-tight">{place.name}</span>
          <span className="block text-sm text-muted">{place.address}</span>
        </span>
        <span className="flex shrink-0 items-center gap-1 text-sm text-muted tabular">
          {me ? format.distance(distanceMetres(me, place)) : null}
          <Icon
            name="chevron-right"
            className="size-4 transition-transform group-hover:translate-x-0.5"
          />
        </span>
      </span>
      <span className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Availability connectors={place.connectors} />
        <span className="text-sm font-medium tabular">
          {price ? (
            <>{format.rate(price.energy_rate_micro_per_kwh, price.currency)} / kWh</>
          ) : (
            <span className="text-muted">
              <Trans>No price yet</Trans>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}
