import type { Page } from "@playwright/test";
import { expect, signInDriver, signInOperator, test } from "./fixtures";

/** A phone on a slow network: 1.6 Mbit/s, 150 ms, a quarter of this machine's speed. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

interface Vitals {
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
}

/** In the page, before anything else: notes what is painted, what moves and what blocks. */
function watchVitals(): void {
  const vitals = { fcp: 0, lcp: 0, cls: 0, tbt: 0 };
  Object.assign(window, { vitals });
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") vitals.fcp = entry.startTime;
  });
  observe("largest-contentful-paint", (entry) => {
    vitals.lcp = entry.startTime;
  });
  observe("layout-shift", (entry) => {
    if ("value" in entry && !("hadRecentInput" in entry && entry.hadRecentInput))
      vitals.cls += Number(entry.value);
  });
  observe("longtask", (entry) => {
    vitals.tbt += Math.max(0, entry.duration - 50);
  });
}

test("vitals on a slow phone are reported, and nothing jumps", async ({
  browser,
  operator,
  play,
}) => {
  test.setTimeout(300_000);
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  await play(place, "remote-session").isWaiting();
  const connector = `/c/${place.chargerId}/1`;
  const pages: [string, string, "driver" | "operator" | null][] = [
    ["connector", connector, null],
    ["map", "/", null],
    ["login", "/sign-in", null],
    ["dashboard", "/admin", "operator"],
  ];
  await operator.startFor(driver, place);
  pages.push(["live session", `/sessions/${await operator.sessionOf(driver)}`, "driver"]);

  for (const [name, path, who] of pages) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    if (who === "driver") await signInDriver(context, driver);
    if (who === "operator") await signInOperator(context);
    const page = await context.newPage();
    await page.addInitScript(watchVitals);
    await slowDown(page);
    await page.goto(path);
    await expect(page.locator("h1").first()).toBeVisible({ timeout: 30_000 });
    await expect(page.locator(".skeleton")).toHaveCount(0, { timeout: 30_000 });
    // The browser tells of what it painted a little later.
    await expect.poll(() => page.evaluate<number>("window.vitals.lcp")).toBeGreaterThan(0);
    const { fcp, lcp, cls, tbt } = await page.evaluate<Vitals>("window.vitals");
    const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    process.stdout.write(
      `| ${name} | ${s(fcp)} | ${s(lcp)} | ${cls.toFixed(3)} | ${Math.round(tbt)} ms |\n`,
    );
    expect.soft(cls, `${name}: layout shift`).toBeLessThanOrEqual(0.1);
    await context.close();
  }
});
