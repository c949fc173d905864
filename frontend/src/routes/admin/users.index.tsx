import { createFileRoute } from "@tanstack/react-router";
import type { UserSearch } from "#/features/users/api/users";
import { UsersPage } from "#/features/users/pages/UsersPage";
import { textFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/users/")({
  validateSearch: (search: Record<string, unknown>): UserSearch => ({
    name: textFilter(search.name),
    email: textFilter(search.email),
  }),
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <UsersPage
      search={Route.useSearch()}
      onSearch={(search) => navigate({ search, replace: true })}
    />
  );
}
