import { queryOptions } from "@tanstack/react-query";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";
import { live, SESSION_MS, WAITING_MS } from "#/shared/live/live";

export type ChargingSession = UserSchema<"SessionView">;

/** How many of the newest sessions are looked through for one that runs. */
const RECENT = 5;

/** The newest sessions of a person, without their transactions. */
export function recentSessionsQuery(userId: string) {
  return queryOptions({
    queryKey: ["sessions", userId],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/users/{user_id}/charging-sessions", {
          params: { path: { user_id: userId }, query: { limit: RECENT } },
          signal,
        }),
      ),
  });
}

export function sessionQuery(userId: string, sessionId: string) {
  return queryOptions({
    queryKey: ["session", userId, sessionId],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/users/{user_id}/charging-sessions/{session_id}", {
          params: { path: { user_id: userId, session_id: sessionId } },
          signal,
        }),
      ),
    ...live(SESSION_MS),
    refetchInterval: (query) => rhythmMs(query.state.data),
  });
}

/** Asks a charger to start, once per key. */
export function startSession(
  userId: string,
  place: { charger_id: string; connector_id: number },
  key: string,
) {
  return unwrap(
    userApi.POST("/users/{user_id}/charging-sessions", {
      params: { path: { user_id: userId }, header: { "idempotency-key": key } },
      body: place,
    }),
  );
}

/** Asks the charger to stop, or cancels what has not begun. */
export function stopSession(userId: string, sessionId: string) {
  return unwrap(
    userApi.POST("/users/{user_id}/charging-sessions/{session_id}/stop", {
      params: { path: { user_id: userId, session_id: sessionId } },
    }),
  );
}

/** A session that waits is asked often, one that charges less, one that is over not at all. */
function rhythmMs(session: ChargingSession | undefined): number | false {
  if (!session) return SESSION_MS;
  if (isWaiting(session)) return WAITING_MS;
  if (session.state !== "LINKED") return false;
  const state = session.transaction?.state;
  if (state === "RUNNING" || state === undefined) return SESSION_MS;
  return isSettling(state) ? WAITING_MS : false;
}

export function isWaiting(session: ChargingSession): boolean {
  return session.state === "REQUESTED" || session.state === "PENDING_START";
}

/** The charge has ended and its bill is on its way. */
export function isSettling(transactionState: string): boolean {
  return transactionState === "STOPPED" || transactionState === "PENDING_RECONCILIATION";
}
