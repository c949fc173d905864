import { Trans, useLingui } from "@lingui/react/macro";
import { PageHeader } from "#/shared/ui/PageHeader";
import { Segmented } from "#/shared/ui/Segmented";
import { type ImportKind, KINDS } from "../api/imports";
import { ImportCard } from "../components/ImportCard";
import { TemplateCard } from "../components/TemplateCard";

interface Props {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
}

/** Many chargers or tags at once, from a table. */
export function ImportsPage({ kind, onKind }: Props) {
  const { t } = useLingui();
  const names: Record<ImportKind, string> = { chargers: t`Chargers`, "id-tags": t`Tags` };
  return (
    <>
      <PageHeader
        title={t`Import`}
        lead={<Trans>Register many at once. A line that is refused holds up no other.</Trans>}
        actions={
          <Segmented
            label={t`What to import`}
            value={kind}
            options={KINDS.map((value) => ({ value, label: names[value] }))}
            onChange={onKind}
          />
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <ImportCard key={kind} kind={kind} />
        <TemplateCard kind={kind} />
      </div>
    </>
  );
}
