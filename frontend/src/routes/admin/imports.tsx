import { createFileRoute } from "@tanstack/react-router";
import { type ImportKind, KINDS } from "#/features/imports/api/imports";
import { ImportsPage } from "#/features/imports/pages/ImportsPage";
import { wordFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/imports")({
  validateSearch: (search: Record<string, unknown>): { kind?: ImportKind } => {
    const kind = wordFilter(KINDS, search.kind);
    return kind ? { kind } : {};
  },
  component: Page,
});

function Page() {
  const { kind } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ImportsPage
      kind={kind ?? "chargers"}
      onKind={(next) => navigate({ search: { kind: next }, replace: true })}
    />
  );
}
