import { randomUUID } from "node:crypto";
import { expect, signInOperator, test } from "./fixtures";

test.use({ viewport: { width: 1440, height: 900 } });

test("a charger that knocked is registered from the inbox, and is let in", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  const identity = `Knock-${randomUUID().slice(0, 8)}`;
  play({ ...place, chargerId: identity, password: "of-nobody-at-all" }, "remote-session");
  await signInOperator(context);
  await page.goto("/admin/unknown-chargers");
  const row = page.getByRole("row", { name: identity.toLowerCase() });
  await row.getByRole("link", { name: "Register" }).click({ timeout: 30_000 });

  const power = page.getByLabel("Rated power in kW");
  await expect(page.getByLabel("Identity")).toHaveValue(identity);
  await expect(power).toHaveValue("");
  await page.getByLabel("Station").selectOption({ label: place.stationName });
  await page.getByRole("button", { name: "Register charger" }).click();
  await expect(power).toBeFocused();
  await power.fill("3.7");
  await page.getByRole("button", { name: "Register charger" }).click();

  await expect(page.getByRole("heading", { name: `${identity} is registered` })).toBeVisible();
  const line = page.getByText("Password", { exact: true }).locator("..");
  const password = (await line.getByRole("code").textContent()) ?? "";
  await play({ ...place, chargerId: identity, password }, "remote-session").isWaiting();
  const path = `/api/admin/chargers/${identity}`;
  expect(await operator.get(path)).toMatchObject({ identity, rated_power_w: 3700 });
  const waiting: { as_sent: string }[] = await operator.get("/api/admin/unknown-chargers");
  expect(waiting.map((one) => one.as_sent)).not.toContain(identity);
});
