import { createFileRoute } from "@tanstack/react-router";
import { BillingPage } from "#/features/transactions/pages/BillingPage";

export const Route = createFileRoute("/admin/billing")({ component: BillingPage });
