import { createFileRoute } from "@tanstack/react-router";
import { StationPage } from "#/features/places/pages/StationPage";

export const Route = createFileRoute("/_driver/stations/$stationId")({ component: Page });

function Page() {
  const { stationId } = Route.useParams();
  return <StationPage key={stationId} stationId={stationId} />;
}
