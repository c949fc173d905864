import { createFileRoute } from "@tanstack/react-router";
import { HistoryPage } from "#/features/history/pages/HistoryPage";

export const Route = createFileRoute("/_driver/_user/history/")({ component: HistoryPage });
