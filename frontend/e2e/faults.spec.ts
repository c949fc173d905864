import { expect, expectRefusals, signInDriver, test } from "./fixtures";

test("without tiles the stations are still there, on the outline and in the list", async ({
  page,
  operator,
  complaints,
}) => {
  const place = await operator.addPlace();
  await page.unrouteAll();
  await page.route("https://tile.openstreetmap.org/**", (route) => route.abort());
  const outline = page.waitForResponse(/countries-50m/);
  await page.goto("/");
  await outline;
  await expect(page.getByRole("link", { name: place.stationName })).toBeVisible();
  expectRefusals(complaints);
});

test("a refused position is told, and the search still works", async ({ page, operator }) => {
  const place = await operator.addPlace();
  await page.goto("/");
  await page.getByRole("button", { name: "Near me" }).click();
  await expect(
    page.getByText(/Your place is not shared|Your place could not be found/),
  ).toBeVisible();
  await page.getByRole("searchbox").fill(place.stationName);
  await expect(page.getByRole("link", { name: place.stationName })).toBeVisible();
  await page.getByRole("searchbox").fill("nothing is called so");
  await expect(page.getByText("No station here")).toBeVisible();
});

test("the nearest station comes first", async ({ page, context, operator }) => {
  const place = await operator.addPlace();
  const station = await operator.get(`/api/admin/stations/${place.stationId}`);
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: station.latitude, longitude: station.longitude });
  await page.goto("/");
  await page.getByRole("button", { name: "Near me" }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: " km" }).or(page.getByText("0 m")).first(),
  ).toBeVisible();
  await expect(page.locator("main li").first()).toContainText(place.stationName);
});

test("a server that is down is told, and tried again", async ({
  page,
  context,
  operator,
  complaints,
}) => {
  await signInDriver(context, await operator.addDriver(700));
  await page.goto("/history");
  await expect(page.getByText("No charge yet")).toBeVisible();
  let isDown = true;
  await page.route("**/users/*/wallet", (route) => (isDown ? route.abort() : route.continue()));
  await page.getByRole("link", { name: "Wallet" }).first().click();
  await expect(page.getByText("The server does not answer")).toBeVisible({ timeout: 30_000 });
  isDown = false;
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByTestId("available")).toHaveText("€7.00");
  expectRefusals(complaints);
});

test("stale figures stay on the screen while the server is down", async ({
  page,
  context,
  operator,
  complaints,
}) => {
  await signInDriver(context, await operator.addDriver(700));
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€7.00");
  await page.route("**/users/*/wallet", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "Service Unavailable",
        status: 503,
        detail: "Later.",
        request_id: "req-503",
      }),
    }),
  );
  await expect(page.getByRole("alert").filter({ hasText: "req-503" })).toBeVisible({
    timeout: 45_000,
  });
  await expect(page.getByTestId("available")).toHaveText("€7.00");
  expectRefusals(complaints);
});

test("what does not exist is not what is forbidden", async ({ page, complaints }) => {
  await page.goto("/c/NO-SUCH-CHARGER/1");
  await expect(page.getByText("There is no charger NO-SUCH-CHARGER")).toBeVisible();
  await page.goto("/c/X/one");
  await expect(page.getByText("There is nothing here")).toBeVisible();
  await page.goto("/stations/no-such-station");
  await expect(page.getByText("There is nothing here")).toBeVisible();
  expectRefusals(complaints);
});

test("going offline is told, and what was there stays", async ({
  page,
  context,
  operator,
  complaints,
}) => {
  const place = await operator.addPlace();
  await page.goto("/");
  await expect(page.getByRole("link", { name: place.stationName })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(page.getByRole("link", { name: place.stationName })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toBeHidden();
  expectRefusals(complaints);
});

test("a second tab knows that the person has left", async ({ page, context, operator }) => {
  await signInDriver(context, await operator.addDriver(700));
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/wallet");
  await expect(other.getByTestId("available")).toBeVisible();
  await other.evaluate(() => localStorage.removeItem("csms.session"));
  await expect(page).toHaveURL(/\/sign-in/);
});
