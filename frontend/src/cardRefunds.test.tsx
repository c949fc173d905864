import { readFileSync } from "node:fs";
import { i18n, type Messages } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import CardRefunds from "./features/users/components/CardRefunds";

const CATALOGS = import.meta.glob<{ messages: Messages }>("./shared/i18n/locales/*/{de,en}.po", {
  eager: true,
});
const PATIENCE_MS = 10_000;
vi.setConfig({ testTimeout: 3 * PATIENCE_MS });
const soon = <Found,>(look: () => Found) => vi.waitFor(look, { timeout: PATIENCE_MS });
const PATH = "/api/admin/users/u-1/wallet/card-refunds";
const DOCUMENT = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../docs/openapi/admin.json`, "utf8"),
);
const STATES: string[] = DOCUMENT.components.schemas.RefundState.enum;

let root: Root;
let page: HTMLElement;
let refunds: object[];
let sent: Request[];

beforeEach(() => {
  for (const [path, { messages }] of Object.entries(CATALOGS))
    i18n.load(path.endsWith("/de.po") ? "de" : "en", messages);
  localStorage.setItem("csms.session", JSON.stringify({ token: "t", subject: "ada" }));
  sent = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method !== "GET") sent.push(request.clone());
    const isList = request.method === "GET" && new URL(request.url).pathname === PATH;
    const wallet = { user_id: "u-1", currency: "EUR", open_bills: [] };
    const answer = isList ? { items: refunds, next_cursor: null } : wallet;
    return new Response(JSON.stringify(answer), { status: 200 });
  });
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

function draw(language: "de" | "en"): void {
  i18n.activate(language);
  root.render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <CardRefunds userId="u-1" />
      </QueryClientProvider>
    </I18nProvider>,
  );
}

function refund(state: string, place: number): object {
  return {
    payment_id: `pi_${state}`,
    amount_minor: 1250 + place,
    currency: "EUR",
    state,
    requested_by: "ada",
    requested_at: `2026-05-17T10:0${place}:00Z`,
    attempts: place + 3,
    reference: null,
    error: state === "refused" ? "The card is closed" : null,
  };
}

const rows = () =>
  [...page.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map((cell) => cell.textContent).slice(1),
  );

test.each([
  [
    "en" as const,
    "€12.5",
    ["Not decided yet", "Sent to the card", "Refused by the provider", "Did not reach the card"],
  ],
  [
    "de" as const,
    "12,5",
    [
      "Noch nicht entschieden",
      "An die Karte gesandt",
      "Vom Zahlungsdienst abgelehnt",
      "Nicht auf der Karte angekommen",
    ],
  ],
])("refunds to cards are shown in %s, each with its state", async (language, amount, words) => {
  const states = ["pending", "sent", "refused", "failed"];
  expect([...STATES].sort()).toEqual([...states].sort());
  refunds = states.map(refund);
  draw(language);
  await soon(() => expect(rows()).toHaveLength(states.length));
  expect(rows().map(([state]) => state)).toEqual(words);
  for (const [place, [, shown, payment, attempts, error]] of rows().entries()) {
    expect(shown).toContain(amount + place);
    expect(payment).toBe(`pi_${states[place]}`);
    expect(attempts).toBe(String(place + 3));
    expect(error).toBe(states[place] === "refused" ? "The card is closed" : "");
  }
});

test("who has no refunds to cards is told so, and can be given one once", async () => {
  refunds = [];
  draw("en");
  await soon(() => expect(page.textContent).toContain("No refunds to cards"));

  const open = [...page.querySelectorAll("button")].find(
    (button) => button.textContent === "Refund to a card",
  );
  open?.click();
  const form = await soon(() => {
    const found = page.querySelector("form");
    if (!found) throw new Error("no form");
    return found;
  });
  for (const [name, value] of Object.entries({ payment_id: "pi_1", amount: "12.50" })) {
    const control = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (control) control.value = value;
  }
  refunds = [refund("sent", 0)];
  for (const _ of [1, 2])
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

  await soon(() => expect(rows()).toHaveLength(1));
  expect(sent).toHaveLength(1);
  expect(await sent[0]?.json()).toEqual({ payment_id: "pi_1", amount_minor: 1250 });
  expect(sent[0]?.headers.get("idempotency-key")).toBeTruthy();
});
