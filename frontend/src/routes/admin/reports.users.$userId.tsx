import { createFileRoute } from "@tanstack/react-router";
import { daysSearch, shownDays } from "#/features/reports/api/days";
import { UserReportPage } from "#/features/reports/pages/UserReportPage";

export const Route = createFileRoute("/admin/reports/users/$userId")({
  validateSearch: daysSearch,
  component: Page,
});

function Page() {
  const { userId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <UserReportPage
      key={userId}
      userId={userId}
      days={shownDays(Route.useSearch())}
      onDays={(search) => navigate({ search, replace: true })}
    />
  );
}
