import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { type AnyRoute, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router";
import { type Ended, onSessionChange } from "./shared/auth/session";
import { activateLocale, wantedLocale } from "./shared/i18n/i18n";
import { watchForMissingParts } from "./shared/lib/missingParts";
import { startTheme } from "./shared/lib/theme";
import "./styles.css";

/** So long the first page may be awaited as a whole; then what there is of it is shown. */
const PATIENCE_MS = 1000;

/** So often the words are asked for, a second longer apart each time: no page says anything without. */
const WORD_TRIES = 30;

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

/** The code of the page that is asked for: it comes beside its words, and beside what it reads. */
function fetchPage(): void {
  const routes = new Map<string, AnyRoute>(Object.entries(router.routesById));
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const route = routes.get(routeId);
    // What fails here fails again, and is told, when the router asks for it.
    if (route) router.loadRouteChunk(route)?.catch(() => undefined);
  }
}

async function start(): Promise<void> {
  watchForMissingParts();
  startTheme();
  onSessionChange((ended) => void followSession(ended));
  fetchPage();
  const page = Promise.race([router.load(), pause(PATIENCE_MS)]);
  await fetchWords();
  await page;
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

async function fetchWords(): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await activateLocale(wantedLocale());
    } catch (error) {
      if (tried === WORD_TRIES) throw error;
      document.getElementById("no-words")?.removeAttribute("hidden");
      await pause(tried * 1000);
    }
  }
}

/** Installs the worker that opens the app without a network, once the first page is there. */
function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const stop = router.subscribe("onRendered", () => {
    stop();
    // Private windows may refuse it; the app then needs a network.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => window.setTimeout(resume, ms));
}

keepForOffline();
void start();
