import { createFileRoute } from "@tanstack/react-router";
import { ScanPage } from "#/features/scanning/pages/ScanPage";

export const Route = createFileRoute("/_driver/scan")({ component: ScanPage });
