import { createFileRoute } from "@tanstack/react-router";
import { TemplatePage } from "#/features/configuration-templates/pages/TemplatePage";

export const Route = createFileRoute("/admin/configuration-templates/$templateId")({
  component: Page,
});

function Page() {
  const { templateId } = Route.useParams();
  return <TemplatePage key={templateId} templateId={templateId} />;
}
