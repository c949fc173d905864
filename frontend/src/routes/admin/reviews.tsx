import { createFileRoute } from "@tanstack/react-router";
import { type ReviewKind, ReviewsPage } from "#/features/reviews/pages/ReviewsPage";
import { wordFilter } from "#/shared/operator/search";

const KINDS = ["orphan-stop", "historic-start"] as const;

export const Route = createFileRoute("/admin/reviews")({
  validateSearch: (search: Record<string, unknown>): { kind?: ReviewKind | undefined } => ({
    kind: wordFilter(KINDS, search.kind),
  }),
  component: Page,
});

function Page() {
  const { kind } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ReviewsPage
      kind={kind ?? "orphan-stop"}
      onKind={(next) => navigate({ search: { kind: next }, replace: true })}
    />
  );
}
