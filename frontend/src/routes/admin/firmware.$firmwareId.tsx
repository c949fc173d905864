import { createFileRoute } from "@tanstack/react-router";
import { FirmwarePage } from "#/features/firmware/pages/FirmwarePage";

export const Route = createFileRoute("/admin/firmware/$firmwareId")({ component: Page });

function Page() {
  const { firmwareId } = Route.useParams();
  return <FirmwarePage key={firmwareId} firmwareId={firmwareId} />;
}
