import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { allChargersQuery } from "#/shared/operator/chargers";
import { stationsQuery } from "#/shared/operator/stations";
import { Tile } from "./Tile";

/** How the network is now. */
export function NetworkTiles() {
  const { t } = useLingui();
  const format = useFormat();
  const chargers = useQuery(allChargersQuery).data;
  const stations = useQuery(stationsQuery).data;
  const connectors = (bucket: string) =>
    stations?.reduce((sum, station) => sum + (station.connectors[bucket] ?? 0), 0);
  const connected = chargers?.filter((charger) => charger.connected).length;
  const total = chargers?.length ?? 0;
  const number = (count: number | undefined) =>
    count === undefined ? undefined : format.number(count);
  const faulted = connectors("faulted");
  const unknown = connectors("unknown") ?? 0;
  return (
    <>
      <Tile
        label={t`Connected`}
        value={
          connected === undefined
            ? undefined
            : t`${format.number(connected)} of ${format.number(total)}`
        }
        hint={t`Chargers with an open connection`}
        icon="wifi"
        link={{ to: "/admin/chargers" }}
      />
      <Tile
        label={t`In use`}
        value={number(connectors("busy"))}
        hint={t`Connectors`}
        icon="zap"
        link={{ to: "/admin/transactions", search: { state: "RUNNING" } }}
      />
      <Tile
        label={t`Free`}
        value={number(connectors("free"))}
        hint={unknown > 0 ? t`${format.number(unknown)} unknown` : t`Connectors`}
        icon="plug"
        link={{ to: "/admin/stations" }}
      />
      <Tile
        label={t`Faulted`}
        value={number(faulted)}
        hint={t`Connectors`}
        icon="triangle-exclamation-point"
        {...(faulted ? { tone: "bad" as const } : {})}
        link={{ to: "/admin/stations" }}
      />
    </>
  );
}
