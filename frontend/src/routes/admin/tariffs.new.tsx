import { createFileRoute } from "@tanstack/react-router";
import { NewTariffPage } from "#/features/tariffs/pages/NewTariffPage";

export const Route = createFileRoute("/admin/tariffs/new")({ component: NewTariffPage });
