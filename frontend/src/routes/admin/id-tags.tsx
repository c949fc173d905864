import { createFileRoute } from "@tanstack/react-router";
import { TagsPage } from "#/features/id-tags/pages/TagsPage";

export const Route = createFileRoute("/admin/id-tags")({ component: TagsPage });
