import { expect, signInOperator, test } from "./fixtures";
import { pathsOf } from "./routes";

/** What only the app says, and no data: in the pseudo-locale all of it has accents. */
const OWN_WORDS = "th, legend, main h2, main button, main form label";
/** Names that are the same in every language. */
const NAMES = /^(English|Deutsch|Pseudo|kWh|CSV|PDF|OCPP|[A-Z]{1,3}|[\W\d]*)$/;

test("no word of the operators' pages is written into the code", async ({
  page,
  context,
  operator,
}) => {
  test.setTimeout(180_000);
  const place = await operator.addPlace();
  const driver = await operator.addDriver(500);
  const values: Record<string, string> = {
    chargerId: place.chargerId,
    stationId: place.stationId,
    userId: driver.userId,
  };
  await signInOperator(context);
  await context.addInitScript(() => localStorage.setItem("csms.locale", "pseudo"));
  await page.setViewportSize({ width: 1440, height: 900 });
  // What needs a transaction, a firmware, a tariff or a template has its words on other pages too.
  const paths = pathsOf("operator", (name) => values[name] ?? "none").filter(
    (path) => !path.endsWith("/none"),
  );
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("h1").first()).toBeVisible();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    const words = await page.locator(OWN_WORDS).allTextContents();
    const bare = words.map((word) => word.trim()).filter((word) => !/[^ -~–…·’]/.test(word));
    const found = bare.filter((word) => !NAMES.test(word) && !word.includes(place.chargerId));
    expect.soft(found, path).toEqual([]);
  }
});
