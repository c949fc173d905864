import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Freshness } from "#/shared/live/Freshness";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { type Message, type MessageSearch, messagesQuery } from "../api/messages";
import { MessageEntry } from "./MessageEntry";

/** A message has no id of its own when its frame could not be read. */
function keyOf({ charger_id, at, direction, message_id, request }: Message): string {
  return `${charger_id} ${at} ${direction} ${message_id ?? request}`;
}

/** The log with a live tail that can be stopped to read. */
export function MessageLog({ search }: { search: MessageSearch }) {
  const { t } = useLingui();
  const [isLive, setLive] = useState(true);
  const query = useInfiniteQuery({
    ...messagesQuery(search, isLive),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      flush
      title={t`Messages`}
      actions={
        <>
          {isLive ? (
            <Freshness updatedAt={query.dataUpdatedAt} />
          ) : (
            <span className="text-sm text-muted">
              <Trans>Paused: new messages wait</Trans>
            </span>
          )}
          <Button
            size="small"
            icon={<Icon name={isLive ? "pause" : "play"} className="size-4" />}
            onClick={() => setLive(!isLive)}
          >
            {isLive ? <Trans>Pause</Trans> : <Trans>Resume</Trans>}
          </Button>
        </>
      }
    >
      <QueryView query={query}>
        {(messages) =>
          messages.length === 0 ? (
            <EmptyState icon={<Icon name="messages-square" />} title={t`No messages`}>
              {query.hasNextPage ? (
                <Trans>None so far: older ones may match.</Trans>
              ) : (
                <Trans>Change the filters, or wait for the charger to speak.</Trans>
              )}
            </EmptyState>
          ) : (
            <ol className="divide-y divide-line">
              <VirtualRows items={messages} keyOf={keyOf} as="li" height={61}>
                {(message, row) => (
                  <MessageEntry
                    key={keyOf(message)}
                    row={row}
                    message={message}
                    withCharger={!search.charger}
                  />
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
