import { createFileRoute } from "@tanstack/react-router";
import { MessagesTab } from "#/features/messages/pages/MessagesTab";

export const Route = createFileRoute("/admin/chargers/$chargerId/messages")({ component: Page });

function Page() {
  const { chargerId } = Route.useParams();
  return <MessagesTab chargerId={chargerId} />;
}
