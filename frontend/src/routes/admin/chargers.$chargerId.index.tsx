import { createFileRoute } from "@tanstack/react-router";
import { OverviewTab } from "#/features/chargers/pages/OverviewTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <OverviewTab chargerId={chargerId} />;
}
