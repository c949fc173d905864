import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { useStationNames } from "#/shared/operator/stations";
import { TransactionBadge } from "#/shared/operator/TransactionBadge";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import type { Transaction } from "../api/transactions";

interface Props {
  transactions: Transaction[];
  /** On a charger's own page its name says nothing. */
  withCharger?: boolean;
  /** In narrow places the tag is left to the detail. */
  withTag?: boolean;
}

export function TransactionTable({ transactions, withCharger = true, withTag = true }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const stationName = useStationNames();
  return (
    <Table
      caption={t`Transactions`}
      rowCount={transactions.length}
      head={
        <>
          <Th className="text-right">{t`Number`}</Th>
          <Th>{t`State`}</Th>
          <Th>{t`Started`}</Th>
          <Th>{t`Length`}</Th>
          {withCharger ? <Th>{t`Where`}</Th> : <Th>{t`Connector`}</Th>}
          {withTag ? <Th>{t`Tag`}</Th> : null}
          <Th className="text-right">{t`Energy`}</Th>
          <Th className="text-right">{t`Price`}</Th>
        </>
      }
    >
      <VirtualRows items={transactions} keyOf={(one) => one.transaction_id} as="tr" height={49}>
        {(one, row) => (
          <Tr key={one.transaction_id} {...row}>
            <Td numeric>
              <Link
                to="/admin/transactions/$transactionId"
                params={{ transactionId: String(one.transaction_id) }}
                className="font-medium text-brand-ink underline-offset-4 hover:underline"
              >
                {one.transaction_id}
              </Link>
            </Td>
            <Td>
              <TransactionBadge state={one.state} />
            </Td>
            <Td className="whitespace-nowrap tabular">{format.dateTime(one.started_at)}</Td>
            <Td className="whitespace-nowrap tabular">
              {one.stopped_at
                ? format.duration((Date.parse(one.stopped_at) - Date.parse(one.started_at)) / 1000)
                : t`Running`}
            </Td>
            {withCharger ? (
              <Td className="min-w-40">
                <ChargerLink chargerId={one.charger_id} />
                <p className="text-xs text-muted">{stationName(one.station_id)}</p>
              </Td>
            ) : (
              <Td className="tabular">{one.connector_id}</Td>
            )}
            {withTag ? <Td className="font-mono text-xs whitespace-nowrap">{one.id_tag}</Td> : null}
            <Td numeric>{format.energy(one.energy_wh)}</Td>
            <Td numeric>
              {one.price_minor !== null && one.currency !== null
                ? format.money(one.price_minor, one.currency)
                : "–"}
            </Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}
