import { createFileRoute } from "@tanstack/react-router";
import { daysSearch, shownDays } from "#/features/reports/api/days";
import { StationReportPage } from "#/features/reports/pages/StationReportPage";

export const Route = createFileRoute("/admin/reports/stations/$stationId")({
  validateSearch: daysSearch,
  component: Page,
});

function Page() {
  const { stationId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <StationReportPage
      key={stationId}
      stationId={stationId}
      days={shownDays(Route.useSearch())}
      onDays={(search) => navigate({ search, replace: true })}
    />
  );
}
