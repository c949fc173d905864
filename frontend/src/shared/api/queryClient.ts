import { QueryClient } from "@tanstack/react-query";
import { onSessionChange } from "#/shared/auth/session";
import { ApiError } from "./problem";
import { etags } from "./send";

const MOST_RETRIES = 2;

/** Reads are tried again when nothing answered or the server stumbled; a refusal is final. */
function shouldRetry(failures: number, error: Error): boolean {
  if (failures >= MOST_RETRIES) return false;
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}

/** As long as the server asked for, else doubling from half a second. */
function retryDelay(failures: number, error: Error): number {
  const asked = error instanceof ApiError ? error.problem.retryAfterS : null;
  return asked !== null ? asked * 1000 : Math.min(500 * 2 ** failures, 8000);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Offline, too, a read is tried and fails in words, instead of waiting in silence.
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      retry: shouldRetry,
      retryDelay,
      networkMode: "always",
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

// What one person saw is not the next one's.
onSessionChange(() => {
  etags.clear();
  queryClient.removeQueries();
});
