import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { routeTree } from "./routeTree.gen";
import { queryClient } from "./shared/api/queryClient";
import { etags } from "./shared/api/send";
import { onSessionChange } from "./shared/auth/session";
import { activateLocale, wantedLocale } from "./shared/i18n/i18n";
import { startTheme } from "./shared/lib/theme";
import { NotFoundPage } from "./shared/ui/NotFoundPage";
import { RouteError } from "./shared/ui/RouteError";
import { RoutePending } from "./shared/ui/RoutePending";
import "./styles.css";

const router = createRouter({
  routeTree,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

/** What one person saw is not the next one's; an expired session leads to sign-in and back. */
function followSession(): void {
  onSessionChange((ended) => {
    etags.clear();
    queryClient.removeQueries();
    if (ended === "expired") {
      const to = router.state.location.href;
      void router.navigate({ to: "/sign-in", search: { to, expired: true } });
    } else {
      void router.invalidate();
    }
  });
}

async function start(): Promise<void> {
  startTheme();
  followSession();
  await activateLocale(wantedLocale());
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
