import { createFileRoute } from "@tanstack/react-router";
import { NewTemplatePage } from "#/features/configuration-templates/pages/NewTemplatePage";

export const Route = createFileRoute("/admin/configuration-templates/new")({
  component: NewTemplatePage,
});
