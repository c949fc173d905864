import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ChargerDetail, chargerQuery } from "#/shared/operator/chargers";
import { useDeed } from "#/shared/operator/useDeed";
import { Section } from "#/shared/ui/Card";
import { QueryView } from "#/shared/ui/QueryView";
import { type Command, commandQuery, type Order, sendCommand } from "../api/commands";
import { CommandBadge, useCommandStory } from "./CommandBadge";
import { CommandPicker } from "./CommandPicker";

interface Props {
  chargerId: string;
  action: string;
  onAction: (action: string) => void;
}

/** Sends a command to one charger and follows it until it is decided. */
export function SendCard({ chargerId, action, onAction }: Props) {
  const { t } = useLingui();
  const query = useQuery(chargerQuery(chargerId));
  return (
    <Section title={t`Send a command`}>
      <QueryView query={query}>
        {(charger) => <Sender charger={charger} action={action} onAction={onAction} />}
      </QueryView>
    </Section>
  );
}

function Sender({
  charger,
  action,
  onAction,
}: { charger: ChargerDetail } & Omit<Props, "chargerId">) {
  const { t } = useLingui();
  const [latest, setLatest] = useState<Command | null>(null);
  const { charger_id, registration, connected } = charger;
  const deed = useDeed({
    run: (order: Order) => sendCommand(charger_id, order),
    refresh: [
      ["admin", "commands", charger_id],
      ["admin", "charger", charger_id],
    ],
    quiet: true,
    onDone: setLatest,
  });
  return (
    <div className="grid gap-4">
      {connected || registration === "Rejected" ? null : (
        <p className="rounded-control bg-warn-soft px-3 py-2 text-sm text-warn">
          <Trans>
            The charger is not connected. A command waits for it, and is dropped when it takes too
            long to come back.
          </Trans>
        </p>
      )}
      <CommandPicker
        action={action}
        onAction={(next) => {
          deed.reset();
          onAction(next);
        }}
        onSend={(order) => deed.mutate(order)}
        busy={deed.isPending}
        isPending={registration === "Pending"}
        blocked={registration === "Rejected" ? t`This charger is disabled: enable it first.` : null}
        sendLabel={connected ? t`Send` : t`Put into the queue`}
        error={deed.error}
      />
      {latest ? <Latest command={latest} /> : null}
    </div>
  );
}

function Latest({ command }: { command: Command }) {
  const story = useCommandStory();
  const query = useQuery({
    ...commandQuery(command.charger_id, command.command_id),
    initialData: command,
  });
  const now = query.data;
  return (
    <div
      role="status"
      className="grid gap-1 rounded-control border border-line bg-sunken/60 px-3 py-2.5"
    >
      <p className="flex items-center justify-between gap-3 font-medium">
        {now.action}
        <CommandBadge state={now.state} />
      </p>
      <p className="text-sm text-muted">{story(now)}</p>
    </div>
  );
}
