import { createFileRoute } from "@tanstack/react-router";
import { SignInPage } from "#/features/signing-in/pages/SignInPage";

interface Search {
  to?: string;
  expired?: boolean;
}

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search: Record<string, unknown>): Search => ({
    // An address of this app only: nobody is sent elsewhere by a forged link.
    to: typeof search.to === "string" && /^\/(?![/\\])/.test(search.to) ? search.to : undefined,
    expired: search.expired === true ? true : undefined,
  }),
  component: Page,
});

function Page() {
  const { to, expired } = Route.useSearch();
  return <SignInPage to={to ?? "/"} hasExpired={expired ?? false} />;
}
