import { createFileRoute } from "@tanstack/react-router";
import { CommandsTab } from "#/features/commands/pages/CommandsTab";
import { textFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/chargers/$chargerId/commands")({
  validateSearch: (search: Record<string, unknown>): { action?: string | undefined } => ({
    action: textFilter(search.action),
  }),
  component: Page,
});

function Page() {
  const { chargerId } = Route.useParams();
  const { action } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CommandsTab
      chargerId={chargerId}
      action={action ?? "TriggerMessage"}
      onAction={(next) => navigate({ search: { action: next }, replace: true })}
    />
  );
}
