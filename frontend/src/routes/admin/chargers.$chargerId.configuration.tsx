import { createFileRoute } from "@tanstack/react-router";
import { ConfigurationTab } from "#/features/chargers/pages/ConfigurationTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/configuration")({
  component: Page,
});

function Page() {
  const { chargerId } = Route.useParams();
  return <ConfigurationTab chargerId={chargerId} />;
}
