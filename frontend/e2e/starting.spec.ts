import { expect, expectRefusals, signInDriver, signInOperator, test } from "./fixtures";

test("a charger that says no is quoted, and no money is kept", async ({
  page,
  context,
  operator,
  refuse,
}) => {
  const place = await operator.addPlace();
  await signInDriver(context, await operator.addDriver(5000));
  await refuse(place, "Rejected").isWaiting();
  await page.goto(`/c/${place.chargerId}/1`);
  await page.getByText("The cable is plugged in").waitFor();
  await page.getByRole("button", { name: "Start charging" }).click();
  await expect(page.getByRole("heading", { name: "That did not start" })).toBeVisible();
  await expect(page.getByText("The charger said no.")).toBeVisible();
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€50.00");
});

test("a start that never comes survives a reload and the way back, and is given up", async ({
  page,
  context,
  operator,
  refuse,
}) => {
  test.setTimeout(180_000);
  const place = await operator.addPlace();
  await signInDriver(context, await operator.addDriver(5000));
  await refuse(place, "Accepted").isWaiting();
  await page.goto(`/c/${place.chargerId}/1`);
  await page.getByText("The cable is plugged in").waitFor();
  await page.getByRole("button", { name: "Start charging" }).click();
  await expect(page).toHaveURL(/\/sessions\//);
  const session = page.url();
  await page.reload();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
  await page.goto("/");
  await page.goBack();
  await expect(page).toHaveURL(session);
  await expect(page.getByRole("heading", { name: "That did not start" })).toBeVisible({
    timeout: 150_000,
  });
  await expect(page.getByText("No car was plugged in in time.")).toBeVisible();
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€50.00");
});

for (const [status, words] of [
  [429, "Wait 7 seconds, then try again."],
  [409, "Another charge already runs here."],
] as const) {
  test(`a start answered with ${status} is told beside the button, which can be tried again`, async ({
    page,
    context,
    operator,
    refuse,
    complaints,
  }) => {
    const place = await operator.addPlace();
    await signInDriver(context, await operator.addDriver(5000));
    await refuse(place, "Accepted").isWaiting();
    await page.route("**/users/*/charging-sessions", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({
            status,
            headers: { "retry-after": "7" },
            contentType: "application/problem+json",
            json: { title: "Refused", status, detail: words },
          })
        : route.fallback(),
    );
    await page.goto(`/c/${place.chargerId}/1`);
    await page.getByText("The cable is plugged in").waitFor();
    const start = page.getByRole("button", { name: "Start charging" });
    await start.click();
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await expect(start).toBeEnabled();
    expectRefusals(complaints);
  });
}

test("a slow answer shows the shape of the page, then the page", async ({
  page,
  context,
  operator,
}) => {
  await signInDriver(context, await operator.addDriver(1200));
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/users/*/wallet", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/wallet");
  await expect(page.locator(".skeleton").first()).toBeVisible();
  letThrough();
  await expect(page.getByTestId("available")).toHaveText("€12.00");
});

test("a device whose clock is two days wrong still shows how old things are", async ({
  page,
  operator,
}) => {
  await operator.addPlace();
  await page.clock.setSystemTime(Date.now() + 2 * 86_400_000);
  await page.goto("/");
  await expect(page.getByText(/^Updated (now|\d+ seconds? ago)$/).first()).toBeVisible();
  await expect(page.locator(".stale")).toHaveCount(0);
});

test("a wrong field is named at the field", async ({ page, context, complaints }) => {
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.route("**/api/admin/tariffs", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 422,
          contentType: "application/problem+json",
          json: {
            title: "Unprocessable",
            status: 422,
            detail: "body.name: too long",
            errors: [{ field: "body.name", message: "at most 80 characters" }],
          },
        })
      : route.fallback(),
  );
  await page.goto("/admin/tariffs/new");
  await page.getByLabel("Name").fill("A name");
  await page.getByLabel("Energy, per kWh").fill("0.49");
  await page.getByRole("button", { name: "Create tariff" }).click();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription(/at most 80 characters/);
  expectRefusals(complaints);
});

test("the least balance that an operator sets is what a driver needs", async ({
  page,
  context,
  operator,
}) => {
  const place = await operator.addPlace();
  await signInOperator(context);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/admin/stations/${place.stationId}`);
  await page.getByRole("button", { name: "Edit" }).click();
  const least = page.getByLabel("Least balance in EUR");
  await least.fill("twelve");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(least).toHaveAccessibleDescription(/Type an amount/);
  await least.fill("12.50");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(least).toBeHidden();
  expect((await operator.get(`/api/admin/stations/${place.stationId}`)).minimum_balance_minor).toBe(
    1250,
  );
});
