import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Freshness } from "#/shared/live/Freshness";
import { WAITING_MS } from "#/shared/live/live";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { commandsQuery } from "../api/commands";
import { CommandEntry } from "./CommandEntry";

/** Every command of a charger, newest first. */
export function CommandHistory({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(commandsQuery(chargerId));
  return (
    <Section
      title={t`Commands so far`}
      flush
      actions={<Freshness updatedAt={query.dataUpdatedAt} everyMs={WAITING_MS * 2} />}
    >
      <QueryView query={query}>
        {(commands) =>
          commands.length === 0 ? (
            <EmptyState icon={<Icon name="terminal" />} title={t`No commands yet`}>
              <Trans>What is sent to this charger appears here, with its answer.</Trans>
            </EmptyState>
          ) : (
            <ol className="divide-y divide-line">
              <VirtualRows items={commands} keyOf={(one) => one.command_id} as="li" height={69}>
                {(command, row) => (
                  <CommandEntry key={command.command_id} command={command} row={row} />
                )}
              </VirtualRows>
            </ol>
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}
