import { createFileRoute } from "@tanstack/react-router";
import { SessionPage } from "#/features/charging/pages/SessionPage";

export const Route = createFileRoute("/_driver/_user/sessions/$sessionId")({ component: Page });

function Page() {
  const { sessionId } = Route.useParams();
  return <SessionPage key={sessionId} sessionId={sessionId} />;
}
