import { expect, signInOperator, test } from "./fixtures";

/** A promise, and what fulfils it. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

test("a mark is painted before any code has come", async ({ page }) => {
  const code = signal();
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await code.given;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("img", { name: "Ampere" })).toBeVisible();
  code.give();
  await expect(page.getByRole("heading", { name: "Find a charger" })).toBeVisible();
});

test("a connector's words, page and state are fetched side by side", async ({ page, operator }) => {
  const place = await operator.addPlace();
  const state = signal();
  const code = signal();
  // Neither the words nor the page's code come before the state has been asked for.
  await page.route(/\/assets\/(en|c\._charger)[^/]*\.js$/, async (route) => {
    if (route.request().url().includes("c._charger")) code.give();
    await state.given;
    await route.continue();
  });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().includes(`/api/chargers/${place.chargerId}/connectors/1`)) return;
    asked.push(request.url());
    state.give();
  });
  await page.goto(`/c/${place.chargerId}/1`);
  await code.given;
  await expect(page.getByRole("heading", { name: place.chargerId })).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("a double click on a top-up books it once", async ({ page, context, operator }) => {
  const driver = await operator.addDriver(1000);
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/admin/users/${driver.userId}`);
  await page.getByRole("button", { name: "Top up" }).click();
  await page.getByLabel(/^Amount/).fill("7.50");
  await page.getByRole("dialog").getByRole("button", { name: "Top up" }).dblclick();
  await expect(page.getByRole("dialog")).toBeHidden();
  const ledger = await operator.get(`/api/admin/users/${driver.userId}/wallet/ledger`);
  const amounts = ledger.items.map((entry: { amount_minor: number }) => entry.amount_minor);
  expect(amounts).toEqual([750, 1000]);
});
