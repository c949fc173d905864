import { createHmac, randomUUID } from "node:crypto";
import { expect, signInDriver, test } from "./fixtures";

const URL_OF_SYSTEM = process.env.CSMS_URL ?? "";
const WEBHOOK_SECRET = process.env.CARDS ?? "";

/** Says that a checkout was paid, as Stripe does: to the system's own webhook, signed. */
async function tellPaid(checkoutId: string, userId: string, amountMinor: number): Promise<number> {
  const session = {
    id: checkoutId,
    object: "checkout.session",
    amount_total: amountMinor,
    currency: "eur",
    metadata: { csms_user_id: userId },
    payment_intent: `pi_${checkoutId}`,
    payment_status: "paid",
  };
  const body = JSON.stringify({
    id: `evt_${checkoutId}`,
    object: "event",
    type: "checkout.session.completed",
    data: { object: session },
  });
  const stamp = Math.floor(Date.now() / 1000);
  const digest = createHmac("sha256", WEBHOOK_SECRET).update(`${stamp}.${body}`).digest("hex");
  const response = await fetch(`${URL_OF_SYSTEM}/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": `t=${stamp},v1=${digest}` },
    body,
  });
  return response.status;
}

test("a driver pays in by card: the balance moves when Stripe says that it was paid", async ({
  page,
  context,
  operator,
}) => {
  const driver = await operator.addDriver(500);
  const checkoutId = `cs_test_${randomUUID()}`;
  const asked: unknown[] = [];
  await signInDriver(context, driver);
  // Stripe's page is not here: who goes there comes back at once, as after paying.
  await page.route("**/wallet/card-top-ups", (route) => {
    asked.push(route.request().postDataJSON());
    const url = `${URL_OF_SYSTEM}/wallet?checkout=${checkoutId}`;
    return route.fulfill({ status: 201, json: { checkout_id: checkoutId, url } });
  });
  await page.goto("/wallet");
  await expect(page.getByText("ask your operator")).toHaveCount(0);
  await page.getByRole("button", { name: "€20.00" }).click();
  await page.getByRole("button", { name: "Go to payment" }).dblclick();
  await expect(page).toHaveURL(/checkout=/);
  await expect(page.getByText("Waiting for the payment provider")).toBeVisible();
  await expect(page.getByTestId("available")).toHaveText("€5.00");
  expect(asked).toEqual([{ amount_minor: 2000 }]);

  expect(await tellPaid(checkoutId, driver.userId, 2000)).toBe(204);
  await expect(page.getByText("Paid: €20.00 came into your wallet.")).toBeVisible();
  await expect(page.getByTestId("available")).toHaveText("€25.00");
  await expect(page.getByText("+€20.00")).toBeVisible();
});
