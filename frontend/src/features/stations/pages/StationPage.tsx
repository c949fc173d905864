import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Freshness } from "#/shared/live/Freshness";
import { AskFirst } from "#/shared/operator/AskFirst";
import { BackLink } from "#/shared/operator/BackLink";
import { type Station, stationQuery } from "#/shared/operator/stations";
import { useTariffNames } from "#/shared/operator/tariffs";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { Icon } from "#/shared/ui/Icon";
import { laterPart } from "#/shared/ui/laterPart";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { deleteStation } from "../api/editing";
import { ConnectorCounts } from "../components/ConnectorCounts";
import { EditStationForm } from "../components/StationForm";
import { pinOf } from "../components/stationPins";

const StationMap = laterPart(() => import("#/shared/map/Map"));

/** One station; children: its chargers. */
export function StationPage({ stationId, children }: { stationId: string; children: ReactNode }) {
  const query = useQuery(stationQuery(stationId));
  return (
    <QueryView query={query}>
      {(station) => (
        <>
          <Header station={station} updatedAt={query.dataUpdatedAt} />
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="grid min-w-0 gap-5">{children}</div>
            <Place station={station} />
          </div>
        </>
      )}
    </QueryView>
  );
}

function Header({ station, updatedAt }: { station: Station; updatedAt: number }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const { station_id, version } = station;
  return (
    <>
      <PageHeader
        title={station.name}
        lead={
          <>
            {station.address} <Freshness updatedAt={updatedAt} />
          </>
        }
        above={
          <BackLink to="/admin/stations">
            <Trans>Stations</Trans>
          </BackLink>
        }
        actions={
          <>
            <ButtonLink
              kind="primary"
              to="/admin/chargers/new"
              search={{ station: station_id }}
              icon={<Icon name="plus" className="size-4" />}
            >
              <Trans>Register charger</Trans>
            </ButtonLink>
            <ButtonLink
              to="/admin/codes"
              search={{ station: station_id }}
              icon={<Icon name="qr-code" className="size-4" />}
            >
              <Trans>QR codes</Trans>
            </ButtonLink>
            <ButtonLink
              to="/admin/reports/stations/$stationId"
              params={{ stationId: station_id }}
              icon={<Icon name="chart-line" className="size-4" />}
            >
              <Trans>Report</Trans>
            </ButtonLink>
            <Button
              icon={<Icon name="pencil" className="size-4" />}
              onClick={() => setEditing(true)}
            >
              <Trans>Edit</Trans>
            </Button>
            <AskFirst
              icon="trash"
              name={t`Delete`}
              title={t`Delete this station?`}
              confirm={t`Delete station`}
              run={() => deleteStation(station_id, version)}
              refresh={[["admin", "stations"]]}
              said={t`The station is deleted.`}
              onDone={() => navigate({ to: "/admin/stations" })}
            >
              <Trans>
                {station.name} disappears from the map. This works only when it has no chargers any
                more; transactions and receipts stay.
              </Trans>
            </AskFirst>
          </>
        }
      />
      {isEditing ? <EditStationForm station={station} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function Place({ station }: { station: Station }) {
  const { t } = useLingui();
  const tariffName = useTariffNames();
  return (
    <Section title={t`Place`} flush>
      <StationMap
        fallback={<div className="skeleton h-52 rounded-none" />}
        pins={[pinOf(station)]}
        selected={station.station_id}
        onSelect={() => undefined}
        className="h-52"
      />
      <Facts
        className="px-4 py-1"
        facts={[
          { label: t`Connectors`, value: <ConnectorCounts counts={station.connectors} /> },
          {
            label: t`Tariff`,
            value: station.tariff_id ? tariffName(station.tariff_id) : t`Free of charge`,
          },
          { label: t`Time zone`, value: station.time_zone },
          {
            label: t`Position`,
            value: `${station.latitude.toFixed(5)}, ${station.longitude.toFixed(5)}`,
          },
        ]}
      />
    </Section>
  );
}
