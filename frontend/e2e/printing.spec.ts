import type { Page } from "@playwright/test";
import { expect, signInDriver, signInOperator, test } from "./fixtures";

test.use({ colorScheme: "dark" });

/** The lightness of a text's colour, from 0 for black to 1 for white, as it goes to paper. */
async function lightness(page: Page, text: string): Promise<number> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  return page.getByText(text).evaluate((element) => {
    const parts = getComputedStyle(element).color.match(/\d+/g) ?? [];
    return Math.max(...parts.slice(0, 3).map(Number)) / 255;
  });
}

test("labels are dark on paper in the dark theme, and have the code that drivers type", async ({
  page,
  context,
  operator,
}) => {
  const place = await operator.addPlace();
  await signInOperator(context);
  await page.goto(`/admin/codes?charger=${place.chargerId}`);
  const typed = page.locator("code, .font-mono").filter({ hasText: place.chargerId });
  await expect(typed.first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await lightness(page, "Connector 1")).toBeLessThan(0.4);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("a receipt is dark on paper in the dark theme", async ({ page, context, operator, play }) => {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  await signInDriver(context, driver);
  await play(place, "remote-session").isWaiting();
  const transactionId = await operator.startFor(driver, place);
  await operator.stopFor(driver, await operator.sessionOf(driver));
  await page.goto(`/history/${transactionId}`);
  await expect(page.getByText("Paid")).toBeVisible({ timeout: 30_000 });
  expect(await lightness(page, "Total")).toBeLessThan(0.4);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});
