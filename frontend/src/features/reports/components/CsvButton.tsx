import { Trans } from "@lingui/react/macro";
import { saveFile, toCsv } from "#/shared/lib/csv";
import { Button } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import type { Sums } from "../api/sums";

interface Props<Row extends Sums> {
  /** Of the file, without its ending. */
  name: string;
  /** What stands before the sums in each row. */
  columns: readonly string[];
  cells: (row: Row) => string[];
  rows: readonly Row[];
}

const SUMS = ["sessions", "energy_wh", "revenue_minor", "tax_minor", "currency"];

/** The rows as a file for a spreadsheet, in the words and units of the API. */
export function CsvButton<Row extends Sums>({ name, columns, cells, rows }: Props<Row>) {
  const save = () => {
    const lines = rows.map((row) => [
      ...cells(row),
      row.sessions,
      row.energy_wh,
      row.revenue_minor,
      row.tax_minor,
      row.currency,
    ]);
    saveFile(`${name}.csv`, toCsv([[...columns, ...SUMS], ...lines]));
  };
  return (
    <Button size="small" icon={<Icon name="download" className="size-4" />} onClick={save}>
      <Trans>Download CSV</Trans>
    </Button>
  );
}
