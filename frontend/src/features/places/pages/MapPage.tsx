import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { distanceMetres } from "#/shared/lib/distance";
import { useMyPlace } from "#/shared/lib/useMyPlace";
import { Freshness, useStale } from "#/shared/live/Freshness";
import type { Pin } from "#/shared/map/pins";
import { type Box, countOf, type Place, placesQuery, total } from "#/shared/stations/stations";
import { laterPart } from "#/shared/ui/laterPart";
import { QueryView } from "#/shared/ui/QueryView";
import { SkeletonRows } from "#/shared/ui/Skeleton";
import { usePageTitle } from "#/shared/ui/usePageTitle";
import { PlaceFilters } from "../components/PlaceFilters";
import { PlaceList } from "../components/PlaceList";

const StationMap = laterPart(() => import("#/shared/map/Map"));

/** Stations on a map and, beside it, as a list: the same, for everybody. */
export function MapPage() {
  const { t } = useLingui();
  usePageTitle(t`Find a charger`);
  const [box, setBox] = useState<Box | null>(null);
  const [text, setText] = useState("");
  const [onlyFree, setOnlyFree] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const me = useMyPlace();
  const query = useQuery({ ...placesQuery(box), placeholderData: keepPreviousData });
  const isOld = useStale(query.dataUpdatedAt);

  const places = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const shown = (query.data?.items ?? []).filter(
      (place) =>
        (!onlyFree || countOf(place.connectors, "free") > 0) &&
        `${place.name} ${place.address}`.toLocaleLowerCase().includes(wanted),
    );
    const near = me.place;
    const order = near
      ? (a: Place, b: Place) => distanceMetres(near, a) - distanceMetres(near, b)
      : (a: Place, b: Place) => a.name.localeCompare(b.name);
    return shown.toSorted(order);
  }, [query.data, text, onlyFree, me.place]);
  const pins = useMemo(() => places.map(pinOf), [places]);

  return (
    <div className="flex flex-1 flex-col md:grid md:h-[calc(100dvh-4rem)] md:flex-none md:grid-cols-[26rem_minmax(0,1fr)] md:overflow-hidden">
      <StationMap
        fallback={<div className="skeleton h-[42dvh] rounded-none md:order-2 md:h-full" />}
        pins={pins}
        selected={selected}
        onSelect={setSelected}
        onMove={setBox}
        me={me.place}
        className="h-[42dvh] md:order-2 md:h-full"
      />
      <div className="relative z-10 -mt-5 flex min-h-0 flex-1 flex-col rounded-t-hero border-line bg-canvas md:mt-0 md:rounded-none md:border-r">
        <div className="px-4 pt-5 pb-3 md:px-5 md:pt-6">
          <h1 className="mb-3 text-2xl font-semibold">
            <Trans>Find a charger</Trans>
          </h1>
          <PlaceFilters
            text={text}
            onText={setText}
            onlyFree={onlyFree}
            onOnlyFree={setOnlyFree}
            locating={me.state}
            onLocate={me.locate}
          />
          <div className="mt-3 flex items-center justify-between">
            <Freshness updatedAt={query.dataUpdatedAt} />
          </div>
        </div>
        <div
          className={`min-h-0 flex-1 px-4 pb-6 md:overflow-y-auto md:px-5 ${isOld ? "stale" : ""}`}
        >
          <QueryView query={query} skeleton={<SkeletonRows rows={4} className="h-28" />}>
            {() => (
              <PlaceList
                places={places}
                me={me.place}
                selected={selected}
                isFiltered={box !== null || text !== "" || onlyFree}
              />
            )}
          </QueryView>
        </div>
      </div>
    </div>
  );
}

function pinOf(place: Place): Pin {
  const all = total(place.connectors);
  return {
    id: place.station_id,
    latitude: place.latitude,
    longitude: place.longitude,
    free: countOf(place.connectors, "free"),
    total: all,
    isUnknown: all === 0 || countOf(place.connectors, "unknown") === all,
    name: place.name,
  };
}
