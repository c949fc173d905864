import { infiniteQueryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type Message = AdminSchema<"MessageView">;
export type Direction = AdminSchema<"Direction">;

/** Filters as they stand in the address. */
export interface MessageSearch {
  charger?: string | undefined;
  action?: string | undefined;
  direction?: Direction | undefined;
  errors?: "only" | undefined;
  id?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

const PAGE = 50;
const TAIL_MS = 3000;

/** The log, newest first: of one charger with filters, or the newest of all chargers. */
export function messagesQuery(search: MessageSearch, isLive: boolean) {
  return infiniteQueryOptions({
    queryKey: ["admin", "messages", search],
    queryFn: ({ pageParam, signal }) => read(search, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    refetchInterval: isLive ? TAIL_MS : false,
  });
}

function read(search: MessageSearch, cursor: string | undefined, signal: AbortSignal) {
  const filters = {
    action: search.action,
    direction: search.direction,
    message_id: search.id,
    errors_only: search.errors === "only",
    since: search.since,
    until: search.until,
  };
  if (!search.charger) {
    const query = { ...filters, limit: PAGE * 2 };
    return unwrap(adminApi.GET("/api/logs", { params: { query }, signal }));
  }
  const query = { ...filters, limit: PAGE, cursor };
  return unwrap(
    adminApi.GET("/api/admin/chargers/{charger_id}/messages", {
      params: { path: { charger_id: search.charger }, query },
      signal,
    }),
  );
}
