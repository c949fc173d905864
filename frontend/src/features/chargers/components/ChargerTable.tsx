import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { ConnectionBadge } from "#/shared/operator/ConnectionBadge";
import type { Charger } from "#/shared/operator/chargers";
import { useStationNames } from "#/shared/operator/stations";
import { Badge } from "#/shared/ui/Badge";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";

interface Props {
  chargers: Charger[];
  /** On a station's own page its name says nothing. */
  withStation?: boolean;
}

export function ChargerTable({ chargers, withStation = true }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const stationName = useStationNames();
  return (
    <Table
      caption={t`Chargers`}
      rowCount={chargers.length}
      head={
        <>
          <Th>{t`Charger`}</Th>
          <Th>{t`State`}</Th>
          <Th>{t`Heard from`}</Th>
          {withStation ? <Th>{t`Station`}</Th> : null}
          <Th className="text-right">{t`Connectors`}</Th>
          <Th className="text-right">{t`Power`}</Th>
        </>
      }
    >
      <VirtualRows items={chargers} keyOf={(charger) => charger.charger_id} as="tr" height={53}>
        {(charger, row) => (
          <Tr key={charger.charger_id} {...row}>
            <Td className="min-w-40">
              <ChargerLink chargerId={charger.charger_id}>{charger.name}</ChargerLink>
              {charger.name === charger.identity ? null : (
                <p className="font-mono text-xs text-muted">{charger.identity}</p>
              )}
            </Td>
            <Td part="corner">
              <span className="inline-flex flex-wrap gap-1">
                <ConnectionBadge charger={charger} />
                {charger.availability === "Inoperative" ? <Badge>{t`Out of service`}</Badge> : null}
              </span>
            </Td>
            <Td className="text-muted">
              {charger.last_seen_at ? <Ago at={charger.last_seen_at} /> : t`Never`}
            </Td>
            {withStation ? <Td className="min-w-36">{stationName(charger.station_id)}</Td> : null}
            <Td numeric>{format.number(charger.connector_count)}</Td>
            <Td numeric>{format.power(charger.rated_power_w)}</Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}
