import { defineConfig } from "@playwright/test";

/** The running one-machine system; tests/e2e/test_web.py starts a fresh one and says where. */
const URL = process.env.CSMS_URL;
if (!URL)
  throw new Error(
    "CSMS_URL names no running system; start the suite with pytest tests/e2e/test_web.py",
  );

export default defineConfig({
  testDir: "e2e",
  // Wall-clock figures are a report, not a test: VITALS=1 asks for it.
  testIgnore: [
    ...(process.env.VITALS ? [] : ["vitals.spec.ts"]),
    // Needs a system that takes cards; CARDS is the address of its card provider.
    ...(process.env.CARDS ? [] : ["cards.spec.ts"]),
    // Needs a system of another currency than the euro; CURRENCY names it.
    ...(process.env.CURRENCY ? [] : ["currencies.spec.ts"]),
  ],
  outputDir: "test-results",
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["line"]],
  use: {
    baseURL: URL,
    locale: "en",
    timezoneId: "Europe/Berlin",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: "reduce",
    // What it keeps is the matter of e2e/offline.spec.ts alone.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Test machines run as root, where the sandbox cannot.
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
