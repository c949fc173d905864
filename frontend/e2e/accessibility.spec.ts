import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, signInDriver, signInOperator, test } from "./fixtures";
import { pathsOf } from "./routes";
import { sideways } from "./sideways";
import type { Charger, Operator, Place } from "./system";

const AXE = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Play = (place: Place, scenario: string) => Charger;

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
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

async function settle(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

/** On a phone nothing is wider than the screen, and what is drawn otherwise there passes axe too. */
async function fitsPhones(page: Page, path: string): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect.soft(await sideways(page), `${path} at ${width} px`).toEqual([]);
  }
  expect.soft(await violations(page), `${path} at 320 px`).toEqual([]);
}

/** The page passes axe in both themes, and fits phones. */
async function passes(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(path);
    await settle(page);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    expect.soft(await violations(page), `${path}, ${theme}`).toEqual([]);
  }
  await fitsPhones(page, path);
}

/** A page takes as long as the machine lets it: what is asked is how it looks, not how soon. */
const PAGE_MS = 20_000;

/** A charge that runs, and all that is around it: a name for every parameter of an address. */
async function everything(operator: Operator, play: Play) {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  // Refused, and told among the security events and the unknown chargers.
  play({ ...place, password: "another-password" }, "remote-session");
  play({ ...place, chargerId: `${place.chargerId}-OF-NOBODY` }, "remote-session");
  await play(place, "remote-session").isWaiting();
  const transaction = await operator.startFor(driver, place);
  const station = await operator.get(`/api/admin/stations/${place.stationId}`);
  const template = await operator.post("/api/admin/configuration-templates", {
    name: `Set-up ${place.chargerId}`,
    vendor: "Simulated",
    settings: [{ key: "MeterValueSampleInterval", value: "45" }],
  });
  const firmware = await operator.post("/api/admin/firmware", {
    label: `Release ${place.chargerId}`,
    version: "2.0.0",
    file_name: "box.bin",
  });
  await operator.post("/api/admin/id-tags", { id_tag: place.chargerId, user_id: driver.userId });
  const values: Record<string, string> = {
    charger: place.chargerId,
    chargerId: place.chargerId,
    connector: "1",
    firmwareId: firmware.firmware_id,
    sessionId: await operator.sessionOf(driver),
    stationId: place.stationId,
    tariffId: station.tariff_id,
    templateId: template.template_id,
    transactionId: String(transaction),
    userId: driver.userId,
  };
  return { driver, nameOf: (name: string) => values[name] };
}

for (const area of ["public", "driver", "operator"] as const) {
  test(`every ${area} page passes axe in both themes and reflows`, async ({
    page,
    context,
    operator,
    play,
  }) => {
    const { driver, nameOf } = await everything(operator, play);
    const paths = pathsOf(area, nameOf);
    test.setTimeout(60_000 + paths.length * PAGE_MS);
    if (area === "operator") await signInOperator(context);
    if (area === "driver") await signInDriver(context, driver);
    for (const path of paths) await passes(page, path, area === "operator" ? 1440 : 390);
  });
}

test("an address that nobody has passes axe and reflows", async ({ page }) => {
  await passes(page, "/no/such/page", 390);
});

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
  expect(await sideways(page)).toEqual([]);
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
