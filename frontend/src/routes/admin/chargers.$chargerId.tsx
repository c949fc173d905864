import { createFileRoute } from "@tanstack/react-router";
import { ChargerLayout } from "#/features/chargers/pages/ChargerLayout";

export const Route = createFileRoute("/admin/chargers/$chargerId")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <ChargerLayout key={chargerId} chargerId={chargerId} />;
}
