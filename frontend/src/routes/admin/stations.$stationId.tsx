import { createFileRoute } from "@tanstack/react-router";
import { ChargersOfStation } from "#/features/chargers/components/ChargersOfStation";
import { StationPage } from "#/features/stations/pages/StationPage";

export const Route = createFileRoute("/admin/stations/$stationId")({ component: Page });

function Page() {
  const { stationId } = Route.useParams();
  return (
    <StationPage key={stationId} stationId={stationId}>
      <ChargersOfStation stationId={stationId} />
    </StationPage>
  );
}
