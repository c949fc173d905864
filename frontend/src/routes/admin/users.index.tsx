import { createFileRoute } from "@tanstack/react-router";
import { UsersPage } from "#/features/users/pages/UsersPage";
import { textFilter } from "#/shared/operator/search";

export const Route = createFileRoute("/admin/users/")({
  validateSearch: (search: Record<string, unknown>): { email?: string | undefined } => ({
    email: textFilter(search.email),
  }),
  component: Page,
});

function Page() {
  const { email } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <UsersPage email={email} onEmail={(next) => navigate({ search: { email: next } })} />;
}
