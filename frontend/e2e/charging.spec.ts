import { expect, signInDriver, signInOperator, test } from "./fixtures";

test("from a typed code to a receipt that equals the ledger", async ({ page, operator, play }) => {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000, "driver-1");
  await play(place, "remote-session").isWaiting();
  await operator.readEvery(place, 10);

  await page.goto("/scan");
  await page.getByLabel("Charger", { exact: true }).fill(place.chargerId);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("link", { name: "Sign in to charge" }).click();
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Dora Driver").click();

  await expect(page).toHaveURL(/\/c\//);
  await expect(page.getByText("€50.00 available")).toBeVisible();
  await page.getByRole("button", { name: "Start charging" }).click();
  await expect(page.getByRole("heading", { name: "Charging" })).toBeVisible({ timeout: 30_000 });

  const energy = page.getByTestId("energy");
  await expect(energy).not.toHaveText("0.000", { timeout: 30_000 });
  const first = await energy.textContent();
  await expect(energy).not.toHaveText(first ?? "", { timeout: 30_000 });

  await page.reload();
  await expect(page.getByRole("heading", { name: "Charging" })).toBeVisible();
  await page.getByRole("button", { name: "Stop charging" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Show the receipt" }).click();
  await expect(page.getByText("Paid")).toBeVisible({ timeout: 20_000 });

  const total = await page.getByTestId("total").textContent();
  const ledger = await operator.get(`/api/admin/users/${driver.userId}/wallet/ledger`);
  const charge = ledger.items.find((entry: { kind: string }) => entry.kind === "charge");
  expect(total).toBe(`€${(-charge.amount_minor / 100).toFixed(2)}`);
  await page.goto("/wallet");
  const left = (5000 + charge.amount_minor) / 100;
  await expect(page.getByTestId("available")).toHaveText(`€${left.toFixed(2)}`);
});

test("a double click starts once", async ({ page, context, operator, play }) => {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  await signInDriver(context, driver);
  await play(place, "remote-session").isWaiting();
  await page.goto(`/c/${place.chargerId}/1`);
  await page.getByText("The cable is plugged in").waitFor();
  await page.getByRole("button", { name: "Start charging" }).dblclick();
  await expect(page).toHaveURL(/\/sessions\//);
  await expect(page.getByRole("heading", { name: "Charging" })).toBeVisible({ timeout: 30_000 });
  const path = `/api/admin/transactions?charger_id=${place.chargerId}`;
  expect((await operator.get(path)).items).toHaveLength(1);
});

test("a charger that vanishes does not end the charge on the screen", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  await signInDriver(context, await operator.addDriver(5000));
  const charger = play(place, "remote-session");
  await charger.isWaiting();
  await page.goto(`/c/${place.chargerId}/1`);
  await page.getByText("The cable is plugged in").waitFor();
  await page.getByRole("button", { name: "Start charging" }).click();
  await expect(page.getByRole("heading", { name: "Charging" })).toBeVisible({ timeout: 30_000 });
  charger.kill();
  await page.reload();
  await expect(page.getByRole("button", { name: "Stop charging" })).toBeVisible();
});

test("a charger out of contact is named, the start can be taken back, and no money is kept", async ({
  page,
  context,
  operator,
}) => {
  const place = await operator.addPlace();
  await signInDriver(context, await operator.addDriver(5000));
  await page.goto(`/c/${place.chargerId}/1`);
  await expect(page.getByText("not in contact right now")).toBeVisible();
  await page.getByRole("button", { name: "Start charging" }).click();
  await expect(page.getByRole("heading", { name: "Asking the charger" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "Cancelled" })).toBeVisible();
  await expect(page.getByText("No money was kept.")).toBeVisible();
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€50.00");
});

test("too little money is told before the start", async ({ page, context, operator }) => {
  const place = await operator.addPlace(1000);
  await signInDriver(context, await operator.addDriver(300));
  await page.goto(`/c/${place.chargerId}/1`);
  await expect(page.getByText("A charge here needs at least €10.00.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start charging" })).toBeDisabled();
});

test("the keyboard alone starts and stops a charge", async ({ page, context, operator, play }) => {
  const place = await operator.addPlace();
  await signInDriver(context, await operator.addDriver(5000));
  await play(place, "remote-session").isWaiting();
  await page.goto(`/c/${place.chargerId}/1`);
  await page.getByText("The cable is plugged in").waitFor();
  await page.getByRole("button", { name: "Start charging" }).focus();
  await page.keyboard.press("Enter");
  const stop = page.getByRole("button", { name: "Stop charging" });
  await stop.waitFor({ timeout: 30_000 });
  await stop.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(stop).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible({ timeout: 30_000 });
});

test("an operator sees a driver charge, and stops it", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  await play(place, "remote-session").isWaiting();
  const transactionId = await operator.startFor(await operator.addDriver(5000), place);
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/admin/transactions/${transactionId}`);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Stop charging" }).click();
  await expect(page.getByText("Completed").first()).toBeVisible({ timeout: 30_000 });
});
