import { beforeEach, expect, test } from "vitest";
import CardRefunds from "./features/users/components/CardRefunds";
import { schemaOf, walletIn } from "./testing/office";
import { button, draw, page, said, send, soon, withPage } from "./testing/page";

const PATH = "/api/admin/users/u-1/wallet/card-refunds";

let refunds: object[];
let sent: Request[];

withPage(async (request) => {
  if (request.method !== "GET") sent.push(request.clone());
  const isList = request.method === "GET" && new URL(request.url).pathname === PATH;
  return said(isList ? { items: refunds, next_cursor: null } : walletIn("EUR"));
});
beforeEach(() => {
  sent = [];
});

function refund(state: string, place: number): object {
  return {
    payment_id: `pi_${state}`,
    amount_minor: 1250 + place,
    currency: "EUR",
    state,
    requested_by: "ada",
    requested_by_name: "Ada Lovelace",
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
  expect([...schemaOf("RefundState").enum].sort()).toEqual([...states].sort());
  refunds = states.map(refund);
  draw(<CardRefunds userId="u-1" />, language);
  await soon(() => expect(rows()).toHaveLength(states.length));
  expect(rows().map(([state]) => state)).toEqual(words);
  for (const [place, [, shown, payment, by, attempts, error]] of rows().entries()) {
    expect(shown).toContain(amount + place);
    expect(payment).toBe(`pi_${states[place]}`);
    expect(by).toBe("Ada Lovelace");
    expect(attempts).toBe(String(place + 3));
    expect(error).toBe(states[place] === "refused" ? "The card is closed" : "");
  }
});

test("who has no refunds to cards is told so, and can be given one once", async () => {
  refunds = [];
  draw(<CardRefunds userId="u-1" />);
  await soon(() => expect(page.textContent).toContain("No refunds to cards"));

  button("Refund to a card").click();
  await soon(() => expect(page.querySelector("form")).not.toBeNull());
  refunds = [refund("sent", 0)];
  for (const _ of [1, 2]) send({ payment_id: "pi_1", amount: "12.50" });

  await soon(() => expect(rows()).toHaveLength(1));
  expect(sent).toHaveLength(1);
  expect(await sent[0]?.json()).toEqual({ payment_id: "pi_1", amount_minor: 1250 });
  expect(sent[0]?.headers.get("idempotency-key")).toBeTruthy();
});
