import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AdminSchema } from "#/shared/api/admin";
import { Ago } from "#/shared/operator/Ago";
import { useDeed } from "#/shared/operator/useDeed";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { askCharger, configurationQuery } from "../api/knowledge";
import { ConfigurationDialog } from "../components/ConfigurationDialog";

type Entry = AdminSchema<"ConfigurationView">;

/** What the charger reported, beside what we want of it. */
export function ConfigurationTab({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(configurationQuery(chargerId));
  const [text, setText] = useState("");
  const [edited, setEdited] = useState<Entry | null>(null);
  const read = useDeed({
    run: () => askCharger(chargerId, "GetConfiguration", {}),
    refresh: [["admin", "charger", chargerId]],
    onDone: () => undefined,
    said: t`The charger was asked.`,
  });
  const readButton = (
    <Button
      size="small"
      icon={<Icon name="refresh-cw" className="size-4" />}
      busy={read.isPending}
      onClick={() => read.mutate(undefined)}
    >
      <Trans>Read from charger</Trans>
    </Button>
  );
  return (
    <Section
      flush
      title={t`Configuration`}
      actions={
        <>
          <Input
            type="search"
            aria-label={t`Find a key`}
            placeholder={t`Key`}
            className="max-w-48"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {readButton}
        </>
      }
    >
      <QueryView query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState
              icon={<Icon name="settings-2" />}
              title={t`Nothing known yet`}
              action={readButton}
            >
              <Trans>The charger has not reported its configuration. Ask it.</Trans>
            </EmptyState>
          ) : (
            <Entries
              entries={entries.filter((one) =>
                one.key.toLowerCase().includes(text.trim().toLowerCase()),
              )}
              onEdit={setEdited}
            />
          )
        }
      </QueryView>
      {edited ? (
        <ConfigurationDialog chargerId={chargerId} entry={edited} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
  );
}

function Entries({ entries, onEdit }: { entries: Entry[]; onEdit: (entry: Entry) => void }) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Configuration`}
      head={
        <>
          <Th>{t`Key`}</Th>
          <Th>{t`Actual`}</Th>
          <Th>{t`Desired`}</Th>
          <Th>{t`Reported`}</Th>
          <Th>
            <span className="sr-only">{t`Change`}</span>
          </Th>
        </>
      }
    >
      {entries.map((entry) => (
        <Tr key={entry.key}>
          <Td className="font-medium">{entry.key}</Td>
          <Td className="max-w-80 font-mono text-xs break-all">
            {entry.known ? (
              (entry.value ?? "–")
            ) : (
              <span className="font-sans text-muted">{t`Not known to it`}</span>
            )}
          </Td>
          <Td className="font-mono text-xs break-all">
            {entry.desired ?? <span className="text-muted">–</span>}
            {entry.drift ? (
              <Badge tone="warn" className="ml-2 font-sans">
                {t`Differs`}
              </Badge>
            ) : null}
          </Td>
          <Td className="text-muted">{entry.reported_at ? <Ago at={entry.reported_at} /> : "–"}</Td>
          <Td className="text-right">
            {entry.readonly ? (
              <span className="text-xs text-muted">{t`Read only`}</span>
            ) : (
              <IconButton label={t`Change ${entry.key}`} onClick={() => onEdit(entry)}>
                <Icon name="pencil" className="size-4" />
              </IconButton>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
