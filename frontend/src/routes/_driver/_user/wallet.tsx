import { createFileRoute } from "@tanstack/react-router";
import { WalletPage } from "#/features/wallet/pages/WalletPage";

export const Route = createFileRoute("/_driver/_user/wallet")({ component: WalletPage });
