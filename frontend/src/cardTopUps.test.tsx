import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WalletPage } from "./features/wallet/pages/WalletPage";
import { LIVE_MS, WAITING_MS } from "./shared/live/live";
import * as testing from "./testing/page";
import { page, said, soon, send as submit } from "./testing/page";

const BOUNDS = { minimum_minor: 100, maximum_minor: 1_000_000 };
const PAY = "https://pay.example/c/cs_1";
const WAITING = "Waiting for the payment provider";
const LATE = "No payment has come in yet.";
const ASK_OPERATOR = "ask your operator for a top-up";
const PAID = {
  sequence: 7,
  kind: "top-up",
  key: "card#paid#cs_1",
  amount_minor: 2500,
  balance_after_minor: 3000,
  currency: "EUR",
  at: "2026-05-17T10:00:00Z",
  note: null,
  transaction_id: null,
};

let wallet: Record<string, unknown>;
let entries: object[];
let ledgerReads: number;
let sent: { body: unknown; key: string | null }[];
/** What the API says to a wish to pay. */
let answer: () => Response | Promise<Response>;
let visited: string[];

testing.withPage(answerTo);
beforeEach(() => {
  wallet = {
    user_id: "u-1",
    currency: "EUR",
    balance_minor: 500,
    held_minor: 0,
    available_minor: 500,
    open_bills: [],
    card_top_up: BOUNDS,
  };
  entries = [];
  ledgerReads = 0;
  sent = [];
  visited = [];
  answer = () => said({ checkout_id: "cs_1", url: PAY }, 201);
  vi.spyOn(window.location, "assign").mockImplementation((url) => void visited.push(String(url)));
});

afterEach(() => {
  vi.useRealTimers();
  window.history.replaceState(null, "", "/wallet");
});

async function answerTo(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === "POST") {
    sent.push({ body: await request.json(), key: request.headers.get("idempotency-key") });
    return answer();
  }
  if (pathname === "/auth/profile") return said({ user_id: "u-1", role: "USER" });
  if (pathname === "/users/u-1/wallet") return said(wallet);
  ledgerReads += 1;
  return said({ items: entries, next_cursor: null });
}

function draw(search = ""): void {
  window.history.replaceState(null, "", `/wallet${search}`);
  testing.draw(<WalletPage />);
}

const text = () => (page.textContent ?? "").replaceAll("\u00a0", " ");
const tells = (words: string) => soon(() => expect(text()).toContain(words));
const field = () => page.querySelector("input") as HTMLInputElement;
const choices = () => [...page.querySelectorAll<HTMLElement>("[aria-pressed]")];
const button = () => page.querySelector("button[type=submit]") as HTMLButtonElement;
const isFree = () => soon(() => expect(button().disabled).toBe(false));

async function type(amount: string): Promise<void> {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  set?.call(field(), amount);
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await soon(() => expect(field().value).toBe(amount));
}

test("a wallet that takes no cards offers none, also to who says that they paid", async () => {
  wallet.card_top_up = null;
  draw("?checkout=cs_1");
  await tells(ASK_OPERATOR);
  expect(page.querySelector("form")).toBeNull();
  expect(text()).not.toContain(WAITING);
});

test.each([
  ["EUR", ["€10.00", "€20.00", "€50.00", "€100.00"], "10.00", 1000],
  ["JPY", ["¥1,000", "¥2,000", "¥5,000", "¥10,000"], "1000", 1000],
  ["KWD", ["KWD 1.000", "KWD 2.000", "KWD 5.000", "KWD 10.000"], "1.000", 1000],
])("amounts in %s can be chosen and are sent exactly", async (currency, shown, typed, minor) => {
  wallet.currency = currency;
  draw();
  await tells("Top up by card");
  expect(text()).not.toContain(ASK_OPERATOR);
  const labels = choices().map((one) => one.textContent?.replace("\u00a0", " "));
  expect(labels).toEqual(shown);
  choices()[0]?.click();
  await soon(() => expect(field().value).toBe(typed));
  submit();
  await soon(() => expect(visited).toEqual([PAY]));
  expect(sent[0]?.body).toEqual({ amount_minor: minor });
});

test("only what the API takes is offered", async () => {
  wallet.card_top_up = { minimum_minor: 100, maximum_minor: 2500 };
  draw();
  await tells("From €1.00 to €25.00.");
  expect(choices()).toHaveLength(2);
});

test.each(["", "much", "0.99", "10000.01", "-5", "1.005"])(
  "%j is told at its field, and nothing is sent",
  async (typed) => {
    draw();
    await tells("Top up by card");
    if (typed) await type(typed);
    submit();
    await tells("Type an amount from €1.00 to €10,000.00.");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(sent).toEqual([]);
  },
);

test("a double click asks once, and the balance stays until the money is here", async () => {
  let letThrough: (response: Response) => void = () => undefined;
  answer = () => new Promise((resolve) => (letThrough = resolve));
  draw();
  await tells("Top up by card");
  await type("25");
  submit();
  submit();
  await soon(() => expect(button().disabled).toBe(true));
  await soon(() => expect(sent).toHaveLength(1));
  expect(visited).toEqual([]);
  letThrough(said({ checkout_id: "cs_1", url: PAY }, 201));
  await soon(() => expect(visited).toEqual([PAY]));
  expect(button().disabled).toBe(true);
  submit();
  expect(sent).toHaveLength(1);
  expect(page.querySelector("[data-testid=available]")?.textContent).toBe("€5.00");
});

test("a lost answer is asked for again with its key, another amount with another", async () => {
  answer = () => Promise.reject(new TypeError("no network"));
  draw();
  await tells("Top up by card");
  await type("25");
  submit();
  await tells("Check your connection.");
  await isFree();
  submit();
  await soon(() => expect(sent).toHaveLength(2));
  await isFree();
  await type("26");
  submit();
  await soon(() => expect(sent).toHaveLength(3));
  const [first, again, other] = sent.map(({ key }) => key);
  expect(first).toBeTruthy();
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(visited).toEqual([]);
});

test("a refusal is told, and can be tried again", async () => {
  answer = () => said({ title: "No", status: 409, detail: "Cards cannot be used here." }, 409);
  draw();
  await tells("Top up by card");
  await type("25");
  submit();
  await tells("Cards cannot be used here.");
  await isFree();
  submit();
  await soon(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test("the browser's own way back from the payment page lets pay again", async () => {
  draw();
  await tells("Top up by card");
  await type("25");
  submit();
  await soon(() => expect(visited).toHaveLength(1));
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await isFree();
  submit();
  await soon(() => expect(visited).toHaveLength(2));
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test("who left the payment page is told that nothing was paid", async () => {
  draw("?checkout=left");
  await tells("You came back without paying.");
  expect(text()).not.toContain(WAITING);
});

test("who paid waits for the money, and sees it when it is here", async () => {
  entries = [{ ...PAID, sequence: 6, key: "card#paid#cs_0" }];
  draw("?checkout=cs_1");
  await tells(WAITING);
  expect(text()).not.toContain("Paid:");
  entries = [PAID, ...entries];
  wallet = { ...wallet, balance_minor: 3000, available_minor: 3000 };
  await tells("Paid: €25.00 came into your wallet.");
  await soon(() =>
    expect(page.querySelector("[data-testid=available]")?.textContent).toBe("€30.00"),
  );
});

test("a payment that takes long is told as that, and found when it comes", async () => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  draw("?checkout=cs_1");
  await tells(WAITING);
  await vi.advanceTimersByTimeAsync(10 * WAITING_MS);
  expect(text()).toContain(WAITING);
  expect(ledgerReads).toBeGreaterThan(10);
  await vi.advanceTimersByTimeAsync(25 * WAITING_MS);
  expect(text()).toContain(LATE);
  expect(text()).not.toContain(WAITING);
  entries = [PAID];
  await vi.advanceTimersByTimeAsync(2 * LIVE_MS);
  expect(text()).toContain("Paid: €25.00 came into your wallet.");
});
