import type { Page } from "@playwright/test";
import { expect, signInDriver, signInOperator, test } from "./fixtures";
import { sideways } from "./sideways";

const ROWS = 10_000;
const MOST_IN_PAGE = 60;

type Row = Record<string, unknown>;

/** Makes the system's own first page a page of ten thousand; `vary` tells the rows apart. */
async function multiply(page: Page, path: RegExp, vary: (row: Row, index: number) => Row) {
  await page.route(path, async (route) => {
    const response = await route.fetch({
      headers: { ...route.request().headers(), "if-none-match": "" },
    });
    const { items } = await response.json();
    const many = Array.from({ length: ROWS }, (_, index) =>
      vary(items[index % items.length], index),
    );
    await route.fulfill({ json: { items: many, next_cursor: null } });
  });
}

async function holdsFew(page: Page, rows: string, last: RegExp | string): Promise<void> {
  await expect(page.locator(rows).nth(5)).toBeVisible();
  expect(await page.locator(rows).count()).toBeLessThanOrEqual(MOST_IN_PAGE);
  // The code for so many rows comes when there are so many: until then the end is another one.
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect(page.getByText(last, { exact: true }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  expect(await page.locator(rows).count()).toBeLessThanOrEqual(MOST_IN_PAGE);
}

test("operators' lists of ten thousand keep few rows in the page", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  await play(place, "remote-session").isWaiting();
  await operator.startFor(driver, place);
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });

  await multiply(page, /\/api\/admin\/transactions\?/, (row, index) => ({
    ...row,
    transaction_id: index + 1,
  }));
  await page.goto("/admin/transactions");
  await holdsFew(page, "tbody tr", String(ROWS));

  await multiply(page, /\/api\/admin\/chargers\?/, (row, index) => ({
    ...row,
    charger_id: `c-${index + 1}`,
    name: `Charger ${index + 1}`,
  }));
  await page.goto("/admin/chargers");
  await holdsFew(page, "tbody tr", `Charger ${ROWS}`);

  await multiply(page, /\/wallet\/ledger/, (row, index) => ({
    ...row,
    sequence: index + 1,
    note: `Entry ${index + 1}`,
  }));
  await page.goto(`/admin/users/${driver.userId}`);
  await holdsFew(page, "section:has(> table caption:text('Ledger')) tbody tr", `Entry ${ROWS}`);

  await multiply(page, /\/api\/admin\/audit\?/, (row, index) => ({
    ...row,
    request_id: `r-${index + 1}`,
    subject: `subject ${index + 1}`,
  }));
  await page.goto("/admin/audit");
  await holdsFew(page, "main ol > li", `subject ${ROWS}`);

  await multiply(page, /\/api\/admin\/chargers\/[^/]+\/messages/, (row, index) => ({
    ...row,
    message_id: `m-${index + 1}`,
    action: `Action${index + 1}`,
  }));
  await page.goto(`/admin/chargers/${place.chargerId}/messages`);
  await page.getByRole("button", { name: "Pause" }).click();
  await holdsFew(page, "main ol > li", `Action${ROWS}`);

  await multiply(page, /\/api\/admin\/users\?/, (row, index) => ({
    ...row,
    user_id: `u-${index + 1}`,
    name: `Person ${index + 1}`,
  }));
  await page.goto("/admin/users");
  await holdsFew(page, "tbody tr", `Person ${ROWS}`);

  await operator.post("/api/admin/id-tags", { id_tag: place.chargerId, user_id: driver.userId });
  await multiply(page, /\/api\/admin\/id-tags(\?|$)/, (row, index) => ({
    ...row,
    id_tag: `TAG${index + 1}`,
  }));
  await page.goto("/admin/id-tags");
  await holdsFew(page, "section[aria-label='Tags'] tbody tr", `TAG${ROWS}`);
});

test("on a phone a table is a list of cards, few of which are in the page", async ({
  page,
  context,
  operator,
}) => {
  await operator.addPlace();
  await signInOperator(context);
  await multiply(page, /\/api\/admin\/chargers\?/, (row, index) => ({
    ...row,
    charger_id: `c-${index + 1}`,
    identity: `ID-${index + 1}`,
    // Names of many lengths make cards of many heights.
    name: `${"Ladepark ".repeat(index % 9)}${index + 1}`,
  }));
  await page.goto("/admin/chargers");
  const table = page.getByRole("table", { name: "Chargers" });
  const card = table.getByRole("row").filter({ hasText: "ID-3" }).first();
  await expect(card.getByRole("cell")).toHaveCount(6);
  await expect(table.getByRole("columnheader", { name: "Heard from" })).toHaveCount(1);
  // A list that is measured draws its cards anew: cells that were found are none of it any more.
  await expect(async () => {
    const cells = await card.getByRole("cell").evaluateAll((all) =>
      all.map((cell) => ({
        heading: getComputedStyle(cell, "::before").content,
        top: cell.getBoundingClientRect().top,
      })),
    );
    // The name heads the card and the state stands beside it; the others say what they are.
    expect(cells.map(({ heading }) => heading.replace(/^"(.*)" \/ ""$/, "$1"))).toEqual([
      "none",
      "none",
      "Heard from",
      "Station",
      "Connectors",
      "Power",
    ]);
    expect(cells.map(({ top }) => top)).toEqual(cells.map(({ top }) => top).sort((a, b) => a - b));
  }).toPass({ timeout: 10_000 });
  expect(await sideways(page)).toEqual([]);
  await holdsFew(page, "tbody tr", `ID-${ROWS}`);
});

test("what can be touched in a card is large enough for a finger", async ({
  page,
  context,
  operator,
}) => {
  const { userId } = await operator.addDriver();
  await operator.post("/api/admin/id-tags", { id_tag: `T${userId.slice(0, 12)}`, user_id: userId });
  await signInOperator(context);
  await page.goto(`/admin/users/${userId}`);
  const buttons = page.getByRole("table", { name: "Tags" }).getByRole("button");
  await expect(buttons).toHaveCount(3);
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

test("drivers' lists of ten thousand keep few rows in the page", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  await play(place, "remote-session").isWaiting();
  await operator.startFor(driver, place);
  await signInDriver(context, driver);

  await multiply(page, /\/users\/[^/]+\/transactions/, (row, index) => ({
    ...row,
    transaction_id: index + 1,
    station_id: "",
    charger_id: `Charger ${index + 1}`,
    station_name: `Charger ${index + 1}`,
  }));
  await page.goto("/history");
  await holdsFew(page, "main li:has(a[href^='/history/'])", `Charger ${ROWS}`);

  await multiply(page, /\/wallet\/ledger/, (row, index) => ({
    ...row,
    sequence: index + 1,
    note: `Entry ${index + 1}`,
  }));
  await page.goto("/wallet");
  await holdsFew(page, "main section li", `Entry ${ROWS}`);
});
