import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Charger, type Driver, Operator, type Place, tokenOf } from "./system";

const TILES = "https://tile.openstreetmap.org/**";
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

interface Fixtures {
  operator: Operator;
  /** Plays a scenario; the charger ends with the test. */
  play: (place: Place, scenario: string, speed?: number) => Charger;
  /** A charger that gives this answer to a start, and then does nothing; ends with the test. */
  refuse: (place: Place, answer: "Accepted" | "Rejected") => Charger;
  /** What went wrong in the page that no test expects; empty at the end, or the test fails. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  operator: async ({}, use) => use(await Operator.signIn()),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  play: async ({}, use) => {
    const chargers: Charger[] = [];
    await use((place, scenario, speed = 3) => {
      const charger = Charger.play(place, scenario, speed);
      chargers.push(charger);
      return charger;
    });
    for (const charger of chargers) charger.kill();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  refuse: async ({}, use) => {
    const chargers: Charger[] = [];
    await use((place, answer) => {
      const charger = Charger.stubborn(place, answer);
      chargers.push(charger);
      return charger;
    });
    for (const charger of chargers) charger.kill();
  },

  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      watch(page, complaints);
      await page.route(TILES, (route) => route.fulfill({ body: PIXEL, contentType: "image/png" }));
      await use(complaints);
      expect(complaints, "console errors, page errors and CSP violations").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Collects console errors, uncaught errors and violations of the content security policy. */
function watch(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
}

/** Lets a test expect refused or failed requests, which browsers report as console errors. */
export function expectRefusals(complaints: string[]): void {
  // React reports what a page's guard threw, and parts that did not come, as well; the page shows it.
  const expected = /^Failed to load resource|^ApiError|^\w*Error: Missing part/;
  const others = complaints.filter((complaint) => !expected.test(complaint));
  complaints.splice(0, complaints.length, ...others);
}

/** Signs in without the provider's page. */
export async function signInAs(context: BrowserContext, token: string, subject: string) {
  const session = JSON.stringify({ token, idToken: null, refreshToken: null, subject });
  await context.addInitScript((value) => {
    if (sessionStorage.getItem("e2e.signed-in")) return;
    sessionStorage.setItem("e2e.signed-in", "yes");
    localStorage.setItem("csms.session", value);
  }, session);
}

export async function signInDriver(context: BrowserContext, driver: Driver) {
  await signInAs(context, driver.token, driver.subject);
}

export async function signInOperator(context: BrowserContext) {
  await signInAs(context, await tokenOf("admin", "ADMIN"), "admin");
}
