import type { Page } from "@playwright/test";
import { expect, expectRefusals, signInDriver, signInOperator, test } from "./fixtures";

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

/** A file does not come, as when the network is gone, until what is answered here is called. */
async function keepBack(page: Page, file: RegExp): Promise<() => Promise<void>> {
  await page.route(file, (route) => route.abort());
  return () => page.unroute(file);
}

/** How often this page was loaded as a document. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  return () => loads;
}

test("a map that did not come is told in its place, and fetched again when asked", async ({
  page,
  operator,
  complaints,
}) => {
  const place = await operator.addPlace();
  const loads = countLoads(page);
  const letCome = await keepBack(page, /\/assets\/Map-[^/]*\.js$/);
  await page.goto("/");
  await expect(page.getByText(place.stationName)).toBeVisible();
  const told = page.getByRole("alert").filter({ hasText: "The server does not answer" });
  const another = page.waitForEvent("requestfailed");
  await told.getByRole("button", { name: "Try again" }).click();
  await another;
  await letCome();
  await told.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".leaflet-container")).toBeVisible();
  await expect(told).toHaveCount(0);
  expect(loads()).toBe(1);
  expectRefusals(complaints);
});

test("a page whose code did not come is fetched again when asked, and nothing else is lost", async ({
  page,
  context,
  operator,
  complaints,
}) => {
  await signInDriver(context, await operator.addDriver(1200));
  const loads = countLoads(page);
  await page.goto("/profile");
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  const letCome = await keepBack(page, /\/assets\/wallet-[^/]*\.js$/);
  await page.getByRole("link", { name: "Wallet" }).click();
  await expect(page.getByText("The server does not answer")).toBeVisible();
  await letCome();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("available")).toHaveText("€12.00");
  expect(loads()).toBe(1);
  expectRefusals(complaints);
});

for (const [isThere, name] of [
  [true, "a page that a new version has replaced is loaded anew once, and then there"],
  [false, "a page that no version has is told after one new load, and does not load on and on"],
] as const) {
  test(name, async ({ page, context, operator, complaints }) => {
    await signInDriver(context, await operator.addDriver(1200));
    const loads = countLoads(page);
    await page.goto("/profile");
    await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
    await page.route(/\/assets\/wallet-[^/]*\.js$/, (route) =>
      isThere && loads() > 1 ? route.continue() : route.fulfill({ status: 404 }),
    );
    await page.route(/:\d+\/$/, (route) =>
      route.fulfill({ contentType: "text/html", body: '<script src="/assets/index-new.js">' }),
    );
    await page.getByRole("link", { name: "Wallet" }).click();
    if (isThere) await expect(page.getByTestId("available")).toHaveText("€12.00");
    else await expect.poll(loads).toBe(2);
    const told = page.getByText("The server does not answer");
    await expect(told).toHaveCount(isThere ? 0 : 1);
    if (!isThere) await page.getByRole("button", { name: "Try again" }).click();
    await expect(told).toHaveCount(isThere ? 0 : 1);
    expect(loads()).toBe(2);
    expectRefusals(complaints);
  });
}

test("words that did not come are told of, and asked for until they are there", async ({
  page,
  complaints,
}) => {
  const letCome = await keepBack(page, /\/assets\/en-[^/]*\.js$/);
  await page.goto("/sign-in", { waitUntil: "commit" });
  await expect(page.getByText("No connection")).toBeVisible();
  await letCome();
  await expect(page.getByRole("button", { name: "Continue to sign in" })).toBeVisible();
  expectRefusals(complaints);
});

test("what comes below a part that is still on its way does not move when it has come", async ({
  page,
  context,
  operator,
}) => {
  const driver = await operator.addDriver(1000);
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });
  const code = signal();
  await page.route(/\/assets\/CardRefunds-[^/]*\.js$/, async (route) => {
    await code.given;
    await route.continue();
  });
  await page.goto(`/admin/users/${driver.userId}`);
  const below = async () => (await page.locator("main section").last().boundingBox())?.y ?? 0;
  await expect(page.locator(".skeleton")).toHaveCount(1);
  const before = await below();
  code.give();
  await expect(page.getByText("No refunds to cards")).toBeVisible();
  expect(Math.abs((await below()) - before)).toBeLessThanOrEqual(2);
});
