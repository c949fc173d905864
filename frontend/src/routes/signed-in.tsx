import { createFileRoute } from "@tanstack/react-router";
import { SignedInPage } from "#/features/signing-in/pages/SignedInPage";

export const Route = createFileRoute("/signed-in")({ component: SignedInPage });
