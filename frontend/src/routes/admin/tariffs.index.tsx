import { createFileRoute } from "@tanstack/react-router";
import { TariffsPage } from "#/features/tariffs/pages/TariffsPage";

export const Route = createFileRoute("/admin/tariffs/")({ component: TariffsPage });
