import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { Badge, type Tone } from "#/shared/ui/Badge";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import type { ImportedLine, ImportKind } from "../api/imports";

const LOOKS: Record<ImportedLine["outcome"], { tone: Tone; icon: IconName }> = {
  valid: { tone: "busy", icon: "check" },
  created: { tone: "good", icon: "circle-check" },
  refused: { tone: "bad", icon: "circle-x" },
};

interface Props {
  kind: ImportKind;
  lines: ImportedLine[];
}

/** What becomes of each line, or would; the number is the one that an editor shows. */
export function LineTable({ kind, lines }: Props) {
  const { t } = useLingui();
  const words: Record<ImportedLine["outcome"], string> = {
    valid: t`Can be created`,
    created: t`Created`,
    refused: t`Refused`,
  };
  return (
    <Table
      caption={t`Lines`}
      rowCount={lines.length}
      head={
        <>
          <Th className="text-right">{t`Line`}</Th>
          <Th>{t`Outcome`}</Th>
          <Th>{kind === "chargers" ? t`Charger` : t`Tag`}</Th>
          <Th>{t`Why`}</Th>
        </>
      }
    >
      <VirtualRows items={lines} keyOf={(one) => one.line} as="tr" height={49}>
        {(one, row) => (
          <Tr key={one.line} {...row}>
            <Td numeric part="number">
              {one.line}
            </Td>
            <Td part="corner">
              <Badge tone={LOOKS[one.outcome].tone} icon={<Icon name={LOOKS[one.outcome].icon} />}>
                {words[one.outcome]}
              </Badge>
            </Td>
            <Td className="font-mono text-sm whitespace-nowrap">
              <Made kind={kind} line={one} />
            </Td>
            <Td className="min-w-48 text-muted">{one.message}</Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}

function Made({ kind, line }: { kind: ImportKind; line: ImportedLine }) {
  if (line.outcome !== "created" || line.id === null) return line.id ?? "–";
  if (kind === "chargers") return <ChargerLink chargerId={line.id} />;
  return (
    <Link to="/admin/id-tags" className="text-brand-ink underline-offset-4 hover:underline">
      {line.id}
    </Link>
  );
}
