import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import type { Sums } from "../api/sums";

interface Props<Row extends Sums> {
  caption: string;
  /** What a row is of: a day, a charger. */
  of: string;
  rows: Row[];
  keyOf: (row: Row) => string;
  name: (row: Row) => ReactNode;
}

/** What was billed, a row for each. */
export function SumTable<Row extends Sums>({ caption, of, rows, keyOf, name }: Props<Row>) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Table
      caption={caption}
      rowCount={rows.length}
      head={
        <>
          <Th>{of}</Th>
          <Th className="text-right">{t`Sessions`}</Th>
          <Th className="text-right">{t`Energy`}</Th>
          <Th className="text-right">{t`Revenue`}</Th>
          <Th className="text-right">{t`Of which tax`}</Th>
        </>
      }
    >
      <VirtualRows items={rows} keyOf={keyOf} as="tr" height={49}>
        {(row, place) => (
          <Tr key={keyOf(row)} {...place}>
            <Td className="min-w-32">{name(row)}</Td>
            <Td numeric>{format.number(row.sessions)}</Td>
            <Td numeric>{format.energy(row.energy_wh)}</Td>
            <Td numeric>{format.money(row.revenue_minor, row.currency)}</Td>
            <Td numeric>{format.money(row.tax_minor, row.currency)}</Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}
