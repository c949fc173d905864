import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, signInDriver, signInOperator, test } from "./fixtures";
import { ADMIN_PATHS, chargerPaths, DRIVER_PATHS, PUBLIC_PATHS } from "./routes";

const AXE = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary: string }[];
}

/** The violations of WCAG 2.2 AA on the page as it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found: Violation[] = await page.evaluate(async (tags) => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window.
    const result = await (window as any).axe.run(document, {
      runOnly: { type: "tag", values: tags },
    });
    return result.violations;
  }, TAGS);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${page.url()} ${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

async function settle(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

/** The page has no bar to scroll sideways with. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
}

/** The page passes axe at a width, and has nothing to scroll sideways at 320 px. */
async function passes(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  await page.goto(path);
  await settle(page);
  expect.soft(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await overflow(page), `${path} at 320 px`).toBeLessThanOrEqual(0);
}

for (const theme of ["light", "dark"] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test("public and drivers' pages pass axe and reflow", async ({ page, context, operator }) => {
      test.setTimeout(120_000);
      const place = await operator.addPlace();
      await signInDriver(context, await operator.addDriver(1234));
      const own = [`/stations/${place.stationId}`, `/c/${place.chargerId}/1`];
      for (const path of [...PUBLIC_PATHS, ...DRIVER_PATHS, ...own]) {
        await passes(page, path, 390);
      }
    });

    test("a live session, its receipt and its details pass axe and reflow", async ({
      page,
      browser,
      context,
      operator,
      play,
    }) => {
      test.setTimeout(120_000);
      const place = await operator.addPlace();
      const driver = await operator.addDriver(5000);
      await play(place, "remote-session").isWaiting();
      const number = await operator.startFor(driver, place);
      await signInDriver(context, driver);
      const session = `/sessions/${await operator.sessionOf(driver)}`;
      for (const path of [session, `/history/${number}`]) await passes(page, path, 390);
      const desk = await browser.newContext({ colorScheme: theme });
      await signInOperator(desk);
      const details = await desk.newPage();
      await passes(details, `/admin/transactions/${number}`, 1440);
      await expect(details.getByRole("heading", { name: `Transaction ${number}` })).toBeVisible();
      await desk.close();
    });

    test("operators' pages pass axe and reflow", async ({ page, context, operator }) => {
      test.setTimeout(180_000);
      const place = await operator.addPlace();
      const driver = await operator.addDriver(1234);
      await signInOperator(context);
      const own = [`/admin/stations/${place.stationId}`, `/admin/users/${driver.userId}`];
      for (const path of [...ADMIN_PATHS, ...own, ...chargerPaths(place.chargerId)]) {
        await passes(page, path, 1440);
      }
    });
  });
}

test("long and right-to-left names neither break nor hide", async ({ page, operator }) => {
  const name = `${"Ladepark ".repeat(9)}محطة شحن`;
  await operator.post("/api/admin/stations", {
    name,
    address: "شارع الملك فهد، الرياض",
    time_zone: "Asia/Riyadh",
    latitude: 24.7,
    longitude: 46.7,
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await expect(page.getByText(name)).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("German and the pseudo-locale fill every place", async ({ page, context, operator }) => {
  await signInDriver(context, await operator.addDriver(123_456));
  await page.goto("/wallet?locale=de");
  await expect(page.getByTestId("available")).toHaveText(/1\.234,56\s€/);
  await expect(page.getByRole("heading", { name: "Bewegungen" })).toBeVisible();
  await page.goto("/wallet?locale=pseudo");
  await expect(page.getByRole("heading", { name: "Wallet" })).toHaveCount(0);
  await expect(page.getByTestId("available")).toHaveText("€1,234.56");
});

test("operators have words of their own, in both languages", async ({ page, context }) => {
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/admin/chargers");
  await expect(page.getByRole("heading", { name: "Chargers", level: 1 })).toBeVisible();
  await page.goto("/admin/chargers?locale=de");
  await expect(page.getByRole("heading", { name: "Ladesäulen", level: 1 })).toBeVisible();
});

test("the first Tab leads past the navigation", async ({ page }) => {
  await page.goto("/scan");
  await settle(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
});
