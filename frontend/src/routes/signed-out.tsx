import { createFileRoute } from "@tanstack/react-router";
import { SignedOutPage } from "#/features/signing-in/pages/SignedOutPage";

export const Route = createFileRoute("/signed-out")({ component: SignedOutPage });
