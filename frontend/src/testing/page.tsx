import { i18n, type Messages } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, vi } from "vitest";

const CATALOGS = import.meta.glob<{ messages: Messages }>("/src/shared/i18n/locales/*/{de,en}.po", {
  eager: true,
});
const PATIENCE_MS = 10_000;

/** Machines that test are busy: what comes may take a while. */
export const soon = <Found,>(look: () => Found) => vi.waitFor(look, { timeout: PATIENCE_MS });
/** Takes as much of a thing as a page reads for the whole of it. */
export const cast = (value: unknown) => value as never;

/** Where things are drawn, anew for each test. */
export let page: HTMLElement;
let root: Root;

/** For each test of a file: an empty page, somebody signed in, and what answers their requests. */
export function withPage(answer: (request: Request) => Promise<Response>): void {
  vi.setConfig({ testTimeout: 3 * PATIENCE_MS });
  beforeEach(() => {
    for (const [path, { messages }] of Object.entries(CATALOGS))
      i18n.load(path.endsWith("/de.po") ? "de" : "en", messages);
    localStorage.setItem("csms.session", JSON.stringify({ token: "t", subject: "ada" }));
    vi.stubGlobal("fetch", answer);
    page = document.createElement("div");
    document.body.append(page);
    root = createRoot(page);
  });
  afterEach(() => {
    root.unmount();
    page.remove();
    localStorage.clear();
    vi.unstubAllGlobals();
  });
}

/** Draws something as the app does, at an address of its own. */
export function draw(shown: ReactNode, language: "de" | "en" = "en"): void {
  i18n.activate(language);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => shown }),
    history: createMemoryHistory(),
  });
  root.render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Suspense>
          <RouterProvider router={cast(router)} />
        </Suspense>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

/** Draws something with a form, and waits until it can be sent. */
export async function show(form: ReactNode): Promise<void> {
  draw(form);
  await soon(() => expect(page.querySelector("form [name]")).not.toBeNull());
  await soon(() => expect(page.querySelector("button[type=submit]:disabled")).toBeNull());
}

export function control(name: string): HTMLInputElement {
  const found = page.querySelector<HTMLInputElement>(`form [name="${name}"]`);
  if (!found) throw new Error(`no control ${name}`);
  return found;
}

/** Fills controls of the form by their names, and sends it. */
export function send(fill: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(fill)) control(name).value = value;
  page
    .querySelector("form")
    ?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}

/** The button that says so; throws while it is not there. */
export function button(says: string): HTMLButtonElement {
  const found = [...page.querySelectorAll("button")].find((one) => one.textContent === says);
  if (!found) throw new Error(`no button ${says}`);
  return found;
}

/** What the page says at a control, for who sees it and who hears it. */
export function atControls(): string[] {
  const described = [...page.querySelectorAll("[aria-invalid=true][aria-describedby]")];
  return described.flatMap((one) =>
    (one.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? ""),
  );
}

export function said(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

export function refusal(status: number, problem: object = {}, headers = {}): Response {
  return new Response(JSON.stringify({ title: "No", status, ...problem }), { status, headers });
}
