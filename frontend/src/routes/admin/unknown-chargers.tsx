import { createFileRoute } from "@tanstack/react-router";
import { UnknownChargersPage } from "#/features/unknown-chargers/pages/UnknownChargersPage";

export const Route = createFileRoute("/admin/unknown-chargers")({ component: UnknownChargersPage });
