import { createFileRoute } from "@tanstack/react-router";
import { FindingsTab } from "#/features/chargers/pages/FindingsTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/findings")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <FindingsTab chargerId={chargerId} />;
}
