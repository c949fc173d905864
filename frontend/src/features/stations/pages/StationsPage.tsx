import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { stationsQuery } from "#/shared/operator/stations";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { laterPart } from "#/shared/ui/laterPart";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { NewStationForm } from "../components/StationForm";
import { StationTable } from "../components/StationTable";
import { pinOf } from "../components/stationPins";

const StationMap = laterPart(() => import("#/shared/map/Map"));

/** All stations: on a map, and as a table. */
export function StationsPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [isCreating, setCreating] = useState(false);
  const query = useQuery(stationsQuery);
  const isOld = useStale(query.dataUpdatedAt);
  const shown = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return (query.data ?? []).filter(({ name, address }) =>
      `${name} ${address}`.toLocaleLowerCase().includes(wanted),
    );
  }, [query.data, text]);
  const pins = useMemo(() => shown.map(pinOf), [shown]);
  const newButton = (
    <Button
      kind="primary"
      icon={<Icon name="plus" className="size-4" />}
      onClick={() => setCreating(true)}
    >
      <Trans>New station</Trans>
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t`Stations`}
        lead={<Freshness updatedAt={query.dataUpdatedAt} />}
        actions={newButton}
      />
      <QueryView query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              icon={<Icon name="building-complex" />}
              title={t`No stations yet`}
              action={newButton}
            >
              <Trans>
                A station is a place with chargers. Create the first one, then register its
                chargers.
              </Trans>
            </EmptyState>
          ) : (
            <div className={`grid gap-5 ${isOld ? "stale" : ""}`}>
              <div className="overflow-hidden rounded-card border border-line">
                <StationMap
                  fallback={<div className="skeleton h-72 rounded-none lg:h-96" />}
                  pins={pins}
                  selected={null}
                  onSelect={(stationId) =>
                    navigate({ to: "/admin/stations/$stationId", params: { stationId } })
                  }
                  className="h-72 lg:h-96"
                />
              </div>
              <Section
                flush
                title={t`All stations`}
                actions={
                  <Input
                    type="search"
                    aria-label={t`Find a station`}
                    placeholder={t`Name or address`}
                    className="max-w-60"
                    value={text}
                    onChange={(event) => setText(event.target.value)}
                  />
                }
              >
                {shown.length === 0 ? (
                  <EmptyState title={t`No station matches`}>
                    <Trans>Try another word.</Trans>
                  </EmptyState>
                ) : (
                  <StationTable stations={shown} />
                )}
              </Section>
            </div>
          )
        }
      </QueryView>
      {isCreating ? (
        <NewStationForm
          onClose={() => setCreating(false)}
          onDone={({ station_id }) =>
            navigate({ to: "/admin/stations/$stationId", params: { stationId: station_id } })
          }
        />
      ) : null}
    </>
  );
}
