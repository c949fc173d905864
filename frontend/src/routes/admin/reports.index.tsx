import { createFileRoute } from "@tanstack/react-router";
import { daysSearch, shownDays } from "#/features/reports/api/days";
import { ReportsPage } from "#/features/reports/pages/ReportsPage";

export const Route = createFileRoute("/admin/reports/")({
  validateSearch: daysSearch,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return (
    <ReportsPage
      days={shownDays(Route.useSearch())}
      onDays={(search) => navigate({ search, replace: true })}
    />
  );
}
