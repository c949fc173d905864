import { createFileRoute } from "@tanstack/react-router";
import { ForbiddenPage } from "#/features/signing-in/pages/ForbiddenPage";

export const Route = createFileRoute("/forbidden")({
  validateSearch: (search: Record<string, unknown>): { from?: string } => ({
    from: typeof search.from === "string" ? search.from : undefined,
  }),
  component: ForbiddenPage,
});
