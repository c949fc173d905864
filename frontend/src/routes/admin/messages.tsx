import { createFileRoute } from "@tanstack/react-router";
import type { MessageSearch } from "#/features/messages/api/messages";
import { MessagesPage } from "#/features/messages/pages/MessagesPage";
import { textFilter, wordFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/messages")({
  validateSearch: (search: Record<string, unknown>): MessageSearch => ({
    charger: textFilter(search.charger),
    action: textFilter(search.action),
    direction: wordFilter(["from-charger", "to-charger"], search.direction),
    errors: wordFilter(["only"], search.errors),
    id: textFilter(search.id),
    since: textFilter(search.since),
    until: textFilter(search.until),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <MessagesPage
      search={Route.useSearch()}
      onSearch={(search) => navigate({ search, replace: true })}
    />
  );
}
