import { createFileRoute } from "@tanstack/react-router";
import { FirmwareListPage } from "#/features/firmware/pages/FirmwareListPage";

export const Route = createFileRoute("/admin/firmware/")({ component: FirmwareListPage });
