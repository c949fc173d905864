import { expect, signInDriver, test } from "./fixtures";

/** The currency of the system that this runs against, and how many digits its minor unit has. */
const CURRENCY = process.env.CURRENCY ?? "";
const DIGITS = CURRENCY === "JPY" ? 0 : 3;
const LEAST = 1700;

/** How an amount is written: reckoned here from its digits, and not as the app does it. */
function written(locale: "en" | "de", minor: number): string {
  const [group, point] = locale === "en" ? [",", "."] : [".", ","];
  const digits = String(minor).padStart(DIGITS + 1, "0");
  const whole = digits.slice(0, digits.length - DIGITS).replace(/\B(?=(\d{3})+$)/g, group);
  const number = DIGITS === 0 ? whole : whole + point + digits.slice(-DIGITS);
  const sign = CURRENCY === "JPY" ? "¥" : CURRENCY;
  if (locale === "de") return `${number}\u00a0${sign}`;
  return DIGITS === 0 ? sign + number : `${sign}\u00a0${number}`;
}

const WORDS = {
  en: {
    needed: (amount: string) => `${amount} is needed to begin.`,
    available: (amount: string) => `${amount} available`,
    cost: "Cost so far",
    held: "Held for running charges",
    rate: DIGITS === 0 ? "¥0.49 / kWh" : "KWD\u00a00.490 / kWh",
  },
  de: {
    needed: (amount: string) => `Zum Starten werden ${amount} benötigt.`,
    available: (amount: string) => `${amount} verfügbar`,
    cost: "Kosten bisher",
    held: "Für laufende Ladevorgänge reserviert",
    rate: DIGITS === 0 ? "0,49\u00a0¥ / kWh" : "0,490\u00a0KWD / kWh",
  },
};

for (const locale of ["en", "de"] as const) {
  const words = WORDS[locale];
  const money = (minor: number) => written(locale, minor);

  test(`${CURRENCY}, ${locale}: price, hold, receipt and wallet have the currency's digits`, async ({
    page,
    context,
    operator,
    play,
  }) => {
    const place = await operator.addPlace(LEAST);
    const driver = await operator.addDriver(25_000);
    const wallet = () => operator.get(`/api/admin/users/${driver.userId}/wallet`);
    await signInDriver(context, driver);
    await context.addInitScript((value) => localStorage.setItem("csms.locale", value), locale);
    await play(place, "remote-session").isWaiting();

    await page.goto(`/c/${place.chargerId}/1`);
    await expect(page.getByText(words.rate)).toBeVisible();
    await expect(page.getByText(money(50), { exact: true })).toBeVisible();
    await expect(page.getByText(words.needed(money(LEAST)))).toBeVisible();
    await expect(page.getByText(words.available(money(25_000)))).toBeVisible();

    const transactionId = await operator.startFor(driver, place);
    const sessionId = await operator.sessionOf(driver);
    await page.goto(`/sessions/${sessionId}`);
    const cost = page.locator("dl > div").filter({ hasText: words.cost }).locator("dd");
    const fraction = DIGITS === 0 ? "" : "[.,]\\d{3}(?!\\d)";
    await expect(cost).toHaveText(new RegExp(`^\\D*\\d+${fraction}\\D*$`));

    const { held_minor: held } = await wallet();
    expect(held).toBeGreaterThan(0);
    await page.goto("/wallet");
    const heldNow = page.locator("dl > div").filter({ hasText: words.held }).locator("dd");
    await expect(heldNow).toHaveText(money(held));
    await expect(page.getByTestId("available")).toHaveText(money(25_000 - held));

    await operator.stopFor(driver, sessionId);
    const billed = async () => (await wallet()).balance_minor;
    await expect.poll(billed, { timeout: 30_000 }).toBeLessThan(25_000);
    const charged = 25_000 - (await billed());
    await page.goto(`/history/${transactionId}`);
    await expect(page.getByTestId("total")).toHaveText(money(charged));
    await expect(
      page
        .getByRole("row")
        .filter({ hasText: money(50) })
        .first(),
    ).toBeVisible();
    await page.goto("/wallet");
    await expect(page.getByTestId("available")).toHaveText(money(25_000 - charged));
    await expect(
      page.getByText(new RegExp(`^[-−–]${money(charged).replace(/\u00a0/g, "\\s")}$`)),
    ).toBeVisible();
  });
}
