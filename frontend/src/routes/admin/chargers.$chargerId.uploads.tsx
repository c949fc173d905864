import { createFileRoute } from "@tanstack/react-router";
import { UploadsTab } from "#/features/chargers/pages/UploadsTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/uploads")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <UploadsTab chargerId={chargerId} />;
}
