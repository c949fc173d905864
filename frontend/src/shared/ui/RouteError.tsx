import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { queryClient } from "#/shared/api/queryClient";
import { ErrorState } from "./ErrorState";

/** A route that could not be entered. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <ErrorState
        error={error}
        onRetry={() => {
          void queryClient.resetQueries({ predicate: (query) => query.state.status === "error" });
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
