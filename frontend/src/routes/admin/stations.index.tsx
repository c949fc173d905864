import { createFileRoute } from "@tanstack/react-router";
import { StationsPage } from "#/features/stations/pages/StationsPage";

export const Route = createFileRoute("/admin/stations/")({ component: StationsPage });
