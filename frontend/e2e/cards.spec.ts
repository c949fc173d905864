import type { Page } from "@playwright/test";
import { expect, signInDriver, signInOperator, test } from "./fixtures";
import type { Driver, Operator } from "./system";

const PROVIDER = process.env.CARDS ?? "";
// Numbers that Stripe gives out for trials.
const GOOD_CARD = "4242 4242 4242 4242";
const DECLINED_CARD = "4000 0000 0000 0002";

interface Entry {
  kind: string;
  amount_minor: number;
  note: string | null;
}

/** What moved money in a wallet, oldest first. Its sum is the balance, or the ledger is wrong. */
async function ledgerOf(operator: Operator, { userId }: Driver): Promise<Entry[]> {
  const path = `/api/admin/users/${userId}/wallet`;
  const entries: Entry[] = (await operator.get(`${path}/ledger`)).items.toReversed();
  const moved = entries.filter(({ kind }) => kind !== "hold" && kind !== "release");
  const wallet = await operator.get(path);
  expect(moved.reduce((sum, entry) => sum + entry.amount_minor, 0)).toBe(wallet.balance_minor);
  return moved;
}

/** Chooses 20 euros in the wallet; ends on the provider's page. */
async function goToPayment(page: Page): Promise<void> {
  await page.goto("/wallet");
  await page.getByRole("button", { name: "€20.00" }).click();
  await page.getByRole("button", { name: "Go to payment" }).dblclick();
  await expect(page.getByRole("heading", { name: "Pay 20.00 EUR" })).toBeVisible();
}

async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByRole("button", { name: "Pay" }).click();
}

test("money comes from a card, pays for a charge, and what is left goes back to the card", async ({
  page,
  context,
  browser,
  operator,
  play,
}) => {
  const place = await operator.addPlace(500);
  const driver = await operator.addDriver();
  await play(place, "remote-session").isWaiting();
  await operator.readEvery(place, 10);
  await signInDriver(context, driver);

  await page.goto(`/c/${place.chargerId}/1`);
  await expect(page.getByRole("button", { name: "Start charging" })).toBeDisabled();
  await goToPayment(page);
  await payWith(page, GOOD_CARD);
  await expect(page.getByText("Paid: €20.00 came into your wallet.")).toBeVisible();
  await expect(page.getByTestId("available")).toHaveText("€20.00");

  await page.goto(`/c/${place.chargerId}/1`);
  await page.getByText("The cable is plugged in").waitFor();
  await page.getByRole("button", { name: "Start charging" }).click();
  await expect(page.getByTestId("energy")).not.toHaveText("0.000", { timeout: 30_000 });
  await page.getByRole("button", { name: "Stop charging" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Show the receipt" }).click();
  await expect(page.getByText("Paid")).toBeVisible({ timeout: 20_000 });

  const [paid, charge] = await ledgerOf(operator, driver);
  if (!paid || !charge) throw new Error("nothing was paid or charged");
  const leftMinor = 2000 + charge.amount_minor;
  const left = `€${(leftMinor / 100).toFixed(2)}`;
  const office = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await signInOperator(office);
  const desk = await office.newPage();
  await desk.goto(`/admin/users/${driver.userId}`);
  await desk.getByRole("button", { name: "Refund to a card" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("Payment").fill(paid.note ?? "");
  await dialog.getByLabel("Amount in EUR").fill((leftMinor / 100).toFixed(2));
  await dialog.getByRole("button", { name: "Refund", exact: true }).dblclick();
  await expect(desk.getByText("Sent to the card")).toBeVisible();
  await office.close();

  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€0.00");
  await expect(page.getByText(`−${left}`).or(page.getByText(`-${left}`))).toBeVisible();
  const moved = await ledgerOf(operator, driver);
  expect(moved.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
    ["top-up", 2000],
    ["charge", charge.amount_minor],
    ["refund", -leftMinor],
  ]);
  const refunds = await fetch(`${PROVIDER}/v1/refunds?payment_intent=${paid.note}`);
  expect((await refunds.json()).data).toMatchObject([{ amount: leftMinor }]);
});

test("a declined card moves nothing, and another one pays on the same page", async ({
  page,
  context,
  operator,
}) => {
  const driver = await operator.addDriver(500);
  await signInDriver(context, driver);
  await goToPayment(page);
  await payWith(page, DECLINED_CARD);
  await expect(page.getByRole("alert")).toHaveText("Your card was declined.");
  expect(await ledgerOf(operator, driver)).toHaveLength(1);

  await payWith(page, GOOD_CARD);
  await expect(page.getByText("Paid: €20.00 came into your wallet.")).toBeVisible();
  await expect(page.getByTestId("available")).toHaveText("€25.00");
  await expect(page.getByText("+€20.00")).toBeVisible();
});

test("who leaves the provider's page has paid nothing, and may pay after all", async ({
  page,
  context,
  operator,
}) => {
  const driver = await operator.addDriver(500);
  await signInDriver(context, driver);
  await goToPayment(page);
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page.getByText("You came back without paying.")).toBeVisible();
  await expect(page.getByTestId("available")).toHaveText("€5.00");
  expect(await ledgerOf(operator, driver)).toHaveLength(1);

  await goToPayment(page);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Go to payment" })).toBeEnabled();
  await goToPayment(page);
  await payWith(page, GOOD_CARD);
  await expect(page.getByText("Paid: €20.00 came into your wallet.")).toBeVisible();
  expect((await ledgerOf(operator, driver)).map((entry) => entry.amount_minor)).toEqual([
    500, 2000,
  ]);
});
