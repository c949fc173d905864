import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { saveFile, toCsv } from "#/shared/lib/csv";
import { stationsQuery } from "#/shared/operator/stations";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import { useColumns } from "../api/columns";
import type { ImportKind } from "../api/imports";

/** What a table looks like, and one to begin with. */
export function TemplateCard({ kind }: { kind: ImportKind }) {
  const { t } = useLingui();
  const station = useQuery(stationsQuery).data?.[0];
  const columns = useColumns(kind, station?.station_id);
  const save = () =>
    saveFile(
      `${kind}-template.csv`,
      toCsv([columns.map((one) => one.name), columns.map((one) => one.sample)]),
    );
  return (
    <Section
      title={t`The table`}
      flush
      actions={
        <Button size="small" icon={<Icon name="download" className="size-4" />} onClick={save}>
          <Trans>Download template</Trans>
        </Button>
      }
    >
      <p className="px-4 pt-4 text-muted">
        <Trans>
          CSV in UTF-8: columns separated by commas, their names in the first line, in any order.
        </Trans>
      </p>
      <dl className="grid divide-y divide-line px-4 py-2">
        {columns.map((column) => (
          <div key={column.name} className="py-2">
            <dt className="flex flex-wrap items-center gap-2 font-mono text-sm font-medium">
              {column.name}
              {column.required ? (
                <Badge tone="brand" className="font-sans">{t`Needed`}</Badge>
              ) : null}
            </dt>
            <dd className="text-sm text-muted">{column.about}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
