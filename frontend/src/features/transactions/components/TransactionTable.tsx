import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { useNow } from "#/shared/live/useNow";
import { ChargerCell } from "#/shared/operator/ChargerCell";
import { TransactionBadge } from "#/shared/operator/TransactionBadge";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import type { Transaction } from "../api/transactions";

const MINUTE_MS = 60_000;

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
  const now = useNow(MINUTE_MS);
  const length = (one: Transaction) =>
    ((one.stopped_at ? Date.parse(one.stopped_at) : now) - Date.parse(one.started_at)) / 1000;
  return (
    <Table
      caption={t`Transactions`}
      rowCount={transactions.length}
      head={
        <>
          <Th>{t`Number`}</Th>
          {withCharger ? <Th>{t`Where`}</Th> : <Th>{t`Connector`}</Th>}
          <Th>{t`State`}</Th>
          <Th>{t`Started`}</Th>
          <Th>{t`Length`}</Th>
          {withTag ? <Th>{t`Tag`}</Th> : null}
          <Th className="text-right">{t`Energy`}</Th>
          <Th className="text-right">{t`Price`}</Th>
        </>
      }
    >
      <VirtualRows items={transactions} keyOf={(one) => one.transaction_id} as="tr" height={49}>
        {(one, row) => (
          <Tr key={one.transaction_id} {...row}>
            <Td part="number" className="tabular">
              <Link
                to="/admin/transactions/$transactionId"
                params={{ transactionId: String(one.transaction_id) }}
                className="font-medium text-brand-ink underline-offset-4 hover:underline"
              >
                {one.transaction_id}
              </Link>
            </Td>
            {withCharger ? (
              <Td className="min-w-36">
                <ChargerCell of={one} />
              </Td>
            ) : (
              <Td className="tabular">{one.connector_id}</Td>
            )}
            <Td part="corner">
              <TransactionBadge state={one.state} />
            </Td>
            <Td className="whitespace-nowrap tabular">{format.dateTime(one.started_at)}</Td>
            <Td className="whitespace-nowrap tabular">{format.duration(length(one))}</Td>
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
