import { createFileRoute } from "@tanstack/react-router";
import { PlansTab } from "#/features/chargers/pages/PlansTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/plans")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <PlansTab chargerId={chargerId} />;
}
