import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { useDeed } from "#/shared/operator/useDeed";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { useRefusal } from "#/shared/ui/ErrorState";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import {
  applyTemplate,
  type ChargerState,
  chargerStatesQuery,
  type Setting,
  type Template,
} from "../api/templates";

/** The chargers that a template is for, and what each lacks of it. */
export function Compliance({ template }: { template: Template }) {
  const { t } = useLingui();
  const why = useRefusal();
  const templateId = template.template_id;
  const query = useInfiniteQuery(chargerStatesQuery(templateId));
  const deed = useDeed({
    run: (chargerIds: string[] | null) => applyTemplate(templateId, chargerIds),
    refresh: [["admin", "configuration-templates", templateId, "chargers"]],
    said: t`Asked. Each charger tells here what it has taken.`,
  });
  const refused = deed.data?.filter((one) => one.refused !== null) ?? [];
  return (
    <Section
      flush
      title={t`Chargers`}
      actions={
        <Button size="small" busy={deed.isPending} onClick={() => deed.mutate(null)}>
          <Trans>Apply to all</Trans>
        </Button>
      }
    >
      {refused.length === 0 ? null : (
        <ul role="status" className="grid gap-1 bg-bad-soft px-4 py-2 text-bad">
          {refused.map((one) => (
            <li key={one.charger_id}>
              <span className="font-medium">{one.charger_name ?? one.charger_id}</span>{" "}
              {why(one.refused, one.message)}
            </li>
          ))}
        </ul>
      )}
      <QueryView query={query}>
        {(chargers) =>
          chargers.length === 0 ? (
            <EmptyState title={t`No charger fits`}>
              <Trans>Chargers of this vendor and model appear here once they have booted.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Chargers`}
              head={
                <>
                  <Th>{t`Charger`}</Th>
                  <Th>{t`State`}</Th>
                  <Th>{t`What differs`}</Th>
                  <Th>
                    <span className="sr-only">{t`Apply`}</span>
                  </Th>
                </>
              }
            >
              {chargers.map((one) => (
                <Row
                  key={one.charger_id}
                  charger={one}
                  wanted={template.settings}
                  busy={deed.isPending}
                  onApply={() => deed.mutate([one.charger_id])}
                />
              ))}
            </Table>
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}

interface RowProps {
  charger: ChargerState;
  wanted: Setting[];
  busy: boolean;
  onApply: () => void;
}

function Row({ charger, wanted, busy, onApply }: RowProps) {
  const { t } = useLingui();
  const reported = new Map(charger.keys.map((entry) => [entry.key, entry.value]));
  const differing = wanted.filter(({ key, value }) => reported.get(key) !== value);
  return (
    <Tr>
      <Td>
        <ChargerLink chargerId={charger.charger_id}>{charger.name}</ChargerLink>
      </Td>
      <Td part="corner">
        {charger.complies ? (
          <Badge tone="good">{t`As wanted`}</Badge>
        ) : (
          <Badge tone="warn">{t`Differs`}</Badge>
        )}
      </Td>
      <Td className="font-mono text-xs break-all text-muted">
        {charger.complies
          ? "–"
          : differing.map(({ key }) => `${key}=${reported.get(key) ?? "?"}`).join(", ")}
      </Td>
      <Td part="actions" className="text-right">
        {charger.complies ? null : (
          <Button size="small" disabled={busy} onClick={onApply}>
            <Trans>Apply</Trans>
          </Button>
        )}
      </Td>
    </Tr>
  );
}
