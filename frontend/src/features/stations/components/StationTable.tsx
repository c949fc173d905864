import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Station } from "#/shared/operator/stations";
import { useTariffNames } from "#/shared/operator/tariffs";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { ConnectorCounts } from "./ConnectorCounts";

export function StationTable({ stations }: { stations: Station[] }) {
  const { t } = useLingui();
  const tariffName = useTariffNames();
  return (
    <Table
      caption={t`Stations`}
      head={
        <>
          <Th>{t`Station`}</Th>
          <Th>{t`Connectors`}</Th>
          <Th>{t`Tariff`}</Th>
        </>
      }
    >
      {stations.map((station) => (
        <Tr key={station.station_id}>
          <Td className="min-w-52">
            <Link
              to="/admin/stations/$stationId"
              params={{ stationId: station.station_id }}
              className="font-medium text-brand-ink underline-offset-4 hover:underline"
            >
              {station.name}
            </Link>
            <p className="text-xs text-muted">{station.address}</p>
          </Td>
          <Td>
            <ConnectorCounts counts={station.connectors} />
          </Td>
          <Td>{station.tariff_id ? tariffName(station.tariff_id) : t`Free of charge`}</Td>
        </Tr>
      ))}
    </Table>
  );
}
