import { createFileRoute } from "@tanstack/react-router";
import { SecurityTab } from "#/features/chargers/pages/SecurityTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/security")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <SecurityTab chargerId={chargerId} />;
}
