import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live, WAITING_MS } from "#/shared/live/live";

export type Command = AdminSchema<"CommandView">;
export type ListedCommand = AdminSchema<"ListedCommandView">;
export type CommandState = AdminSchema<"CommandState">;
export type Payload = Record<string, unknown>;

const PAGE = 50;
const UNDECIDED: readonly CommandState[] = ["queued", "sent", "in_doubt"];

function isUndecided(state: CommandState): boolean {
  return UNDECIDED.includes(state);
}

export function commandsQuery(chargerId: string) {
  return {
    ...pagedQuery(["admin", "commands", chargerId], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/chargers/{charger_id}/commands", {
          params: { path: { charger_id: chargerId }, query: { cursor, limit: PAGE } },
          signal,
        }),
      ),
    ),
    ...live(WAITING_MS * 2),
  };
}

/** One command, asked for again until it is decided. */
export function commandQuery(chargerId: string, commandId: string) {
  return queryOptions({
    queryKey: ["admin", "command", chargerId, commandId],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/chargers/{charger_id}/commands/{command_id}", {
          params: { path: { charger_id: chargerId, command_id: commandId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data && !isUndecided(state.data.state) ? false : WAITING_MS,
  });
}

/** One command for some chargers. */
export interface Order {
  action: string;
  payload: Payload;
  /** That the operator was told what it ends. */
  confirmed: boolean;
}

export function sendCommand(chargerId: string, order: Order): Promise<Command> {
  return unwrap(
    adminApi.POST("/api/admin/chargers/{charger_id}/commands", {
      params: { path: { charger_id: chargerId } },
      body: order,
    }),
  );
}

export type BulkOutcome = AdminSchema<"BulkOutcome">;

const MOST_AT_ONCE = 100;

/** Puts a command into the queues of many chargers; each has an outcome of its own. */
export async function sendToMany(chargerIds: string[], order: Order): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (let begin = 0; begin < chargerIds.length; begin += MOST_AT_ONCE) {
    const body = { ...order, charger_ids: chargerIds.slice(begin, begin + MOST_AT_ONCE) };
    outcomes.push(...(await unwrap(adminApi.POST("/api/admin/commands/bulk", { body }))));
  }
  return outcomes;
}
