import { Trans } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { Actor } from "#/shared/operator/UserLink";
import type { RowProps } from "#/shared/ui/VirtualRows";
import type { ListedCommand } from "../api/commands";
import { CommandBadge, useCommandStory } from "./CommandBadge";

/** One command: what was asked, how far it is, and, when opened, everything about it. */
export function CommandEntry({ command, row }: { command: ListedCommand; row: RowProps }) {
  const format = useFormat();
  const story = useCommandStory();
  const { sent_at, answered_at } = command;
  return (
    <li {...row}>
      <details className="group">
        <summary className="flex list-none flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken/50">
          <span className="min-w-44 flex-1 font-medium">{command.action}</span>
          <CommandBadge state={command.state} />
          <span className="text-sm text-muted max-sm:basis-full sm:w-28 sm:text-right">
            <Ago at={command.requested_at} />
          </span>
          <span className="basis-full text-sm text-muted">{story(command)}</span>
        </summary>
        <div className="grid gap-3 bg-sunken/40 px-4 py-3 text-sm">
          <p className="flex flex-wrap gap-x-5 gap-y-1 text-muted tabular">
            <span>
              <Trans>Asked {format.precise(command.requested_at)}</Trans>
            </span>
            {sent_at ? (
              <span>
                <Trans>Sent {format.precise(sent_at)}</Trans>
              </span>
            ) : null}
            {answered_at ? (
              <span>
                <Trans>Answered {format.precise(answered_at)}</Trans>
              </span>
            ) : null}
            <span>
              <Trans>
                By <Actor id={command.requested_by} name={command.requested_by_name} />
              </Trans>
            </span>
          </p>
          <Json value={command.payload} />
          {command.answer ? <Json value={command.answer} /> : null}
        </div>
      </details>
    </li>
  );
}

function Json({ value }: { value: Record<string, unknown> }) {
  return (
    <pre className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-xs whitespace-pre-wrap">
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
