import type { Page } from "@playwright/test";
import { expect, expectRefusals, signInDriver, test } from "./fixtures";

test.use({ serviceWorkers: "allow" });

/** The worker has what it keeps, and answers for this page. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
}

/** Every address that this browser keeps for later. */
async function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

test("offline the app opens and says so, and shows no money or state of before", async ({
  page,
  context,
  operator,
  complaints,
}) => {
  await signInDriver(context, await operator.addDriver(4200));
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€42.00");
  await isKept(page);
  await expect(page.getByTestId("available")).toHaveText("€42.00");

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(page.getByText("The server does not answer")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTestId("available")).toHaveCount(0);
  await page.goto("/scan");
  await expect(page.getByLabel("Charger", { exact: true })).toBeVisible();

  await context.setOffline(false);
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€42.00");
  expectRefusals(complaints);
});

test("what is kept is the app alone, and none of the operators' part", async ({ page }) => {
  await page.goto("/");
  await isKept(page);
  await expect(page.getByRole("heading", { name: "Find a charger" })).toBeVisible();
  const kept = await keptAddresses(page);
  expect(kept.length).toBeGreaterThan(10);
  const others = kept.filter(
    (address) => !/^\/(assets\/|index\.html$|config\.json$)/.test(address),
  );
  expect(others).toEqual([]);
  expect(kept.filter((address) => /routeTree|admin/.test(address))).toEqual([]);
});

test("the app can be installed", async ({ page }) => {
  await page.goto("/");
  await isKept(page);
  const devtools = await page.context().newCDPSession(page);
  const { errors, url } = await devtools.send("Page.getAppManifest");
  expect(url).toContain("/manifest.webmanifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Tests run in private windows, where nothing can be installed; nothing else is in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
});
