import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorState } from "./ErrorState";

/** A route that could not be entered. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = async () => {
    const { queryClient } = await import("#/shared/api/queryClient");
    await queryClient.resetQueries({ predicate: (query) => query.state.status === "error" });
    reset();
    await router.invalidate();
  };
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <ErrorState error={error} onRetry={() => void retry()} />
    </main>
  );
}
