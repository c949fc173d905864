import { Trans } from "@lingui/react/macro";
import type { Point } from "#/shared/lib/distance";
import type { Place } from "#/shared/stations/stations";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { PlaceCard } from "./PlaceCard";

interface Props {
  places: Place[];
  me: Point | null;
  selected: string | null;
  isFiltered: boolean;
}

export function PlaceList({ places, me, selected, isFiltered }: Props) {
  if (places.length === 0) {
    return (
      <EmptyState icon={<Icon name="map-pin-off" />} title={<Trans>No station here</Trans>}>
        {isFiltered ? (
          <Trans>Move or zoom out the map, or change the filters.</Trans>
        ) : (
          <Trans>Stations appear here as soon as the operator has added one.</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-3">
      {places.map((place) => (
        <li key={place.station_id}>
          <PlaceCard place={place} me={me} isSelected={place.station_id === selected} />
        </li>
      ))}
    </ul>
  );
}
