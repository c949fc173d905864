import { createFileRoute } from "@tanstack/react-router";
import { daysSearch, shownDays } from "#/features/reports/api/days";
import { ReportTab } from "#/features/reports/pages/ReportTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/report")({
  validateSearch: daysSearch,
  component: Page,
});

function Page() {
  const { chargerId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <ReportTab
      chargerId={chargerId}
      days={shownDays(Route.useSearch())}
      onDays={(search) => navigate({ search, replace: true })}
    />
  );
}
