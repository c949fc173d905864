import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router";
import { type Ended, onSessionChange } from "./shared/auth/session";
import { activateLocale, wantedLocale } from "./shared/i18n/i18n";
import { startTheme } from "./shared/lib/theme";
import "./styles.css";

/** The guards are asked again; an expired session leads to sign-in and back. */
async function followSession(ended: Ended | null): Promise<void> {
  // Who keeps answers hears of it in this turn, and drops them before pages ask again.
  await Promise.resolve();
  if (ended === "expired") {
    const to = router.state.location.href;
    await router.navigate({ to: "/sign-in", search: { to, expired: true } });
  } else {
    await router.invalidate();
  }
}

async function start(): Promise<void> {
  startTheme();
  onSessionChange((ended) => void followSession(ended));
  await activateLocale(wantedLocale());
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <RouterProvider router={router} />
      </I18nProvider>
    </StrictMode>,
  );
}

/** Installs the worker that opens the app without a network, once the first page is there. */
function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => {
    // Private windows may refuse it; the app then needs a network.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  });
}

keepForOffline();
void start();
