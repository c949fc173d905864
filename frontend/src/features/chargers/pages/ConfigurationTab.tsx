import { Plural, Trans, useLingui } from "@lingui/react/macro";
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
import {
  askCharger,
  configurationQuery,
  forgetWanted,
  reapplyConfiguration,
} from "../api/knowledge";
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
            <>
              <Drift chargerId={chargerId} entries={entries} />
              <Entries
                chargerId={chargerId}
                entries={entries.filter((one) =>
                  one.key.toLowerCase().includes(text.trim().toLowerCase()),
                )}
                onEdit={setEdited}
              />
            </>
          )
        }
      </QueryView>
      {edited ? (
        <ConfigurationDialog chargerId={chargerId} entry={edited} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
  );
}

/** Says that the charger is not as it should be, and puts it right. */
function Drift({ chargerId, entries }: { chargerId: string; entries: Entry[] }) {
  const { t } = useLingui();
  const differing = entries.filter((one) => one.drift).length;
  const needsReboot = entries.some((one) => one.reboot_required);
  const deed = useDeed({
    run: () => reapplyConfiguration(chargerId),
    refresh: [
      ["admin", "charger", chargerId],
      ["admin", "commands", chargerId],
    ],
    said: t`The charger is asked for every value that differs.`,
  });
  if (differing === 0 && !needsReboot) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-warn-soft px-4 py-2.5 text-warn">
      <p>
        {differing > 0 ? (
          <Plural
            value={differing}
            one="# value is not what is wanted."
            other="# values are not what is wanted."
          />
        ) : null}{" "}
        {needsReboot ? <Trans>Some values wait for a restart of the charger.</Trans> : null}
      </p>
      {differing > 0 ? (
        <Button size="small" busy={deed.isPending} onClick={() => deed.mutate(undefined)}>
          <Trans>Ask for them again</Trans>
        </Button>
      ) : null}
    </div>
  );
}

interface EntriesProps {
  chargerId: string;
  entries: Entry[];
  onEdit: (entry: Entry) => void;
}

function Entries({ chargerId, entries, onEdit }: EntriesProps) {
  const { t } = useLingui();
  const forget = useDeed({
    run: (key: string) => forgetWanted(chargerId, key),
    refresh: [["admin", "charger", chargerId, "configuration"]],
  });
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
            {entry.reboot_required ? (
              <Badge tone="warn" className="ml-2 font-sans">
                {t`After a restart`}
              </Badge>
            ) : null}
          </Td>
          <Td className="text-muted">{entry.reported_at ? <Ago at={entry.reported_at} /> : "–"}</Td>
          <Td part="corner" className="text-right whitespace-nowrap">
            {entry.desired === null ? null : (
              <IconButton
                label={t`Want nothing of ${entry.key} any more`}
                disabled={forget.isPending}
                onClick={() => forget.mutate(entry.key)}
              >
                <Icon name="x" className="size-4" />
              </IconButton>
            )}
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
