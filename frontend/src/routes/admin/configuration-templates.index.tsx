import { createFileRoute } from "@tanstack/react-router";
import { TemplatesPage } from "#/features/configuration-templates/pages/TemplatesPage";

export const Route = createFileRoute("/admin/configuration-templates/")({
  component: TemplatesPage,
});
