import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, expectRefusals, signInOperator, test } from "./fixtures";
import type { Driver, Operator, Place } from "./system";

test.use({ viewport: { width: 1440, height: 900 } });

/** The lines of a table that the page let the browser save. */
async function linesOf(download: Download): Promise<string[]> {
  return (await readFile(await download.path(), "utf8")).trim().split("\r\n");
}

async function saved(page: Page, click: () => Promise<void>): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return linesOf(download);
}

/** A charge of this driver that was ended and billed; its number. */
async function bill(operator: Operator, driver: Driver, place: Place): Promise<number> {
  const number = await operator.startFor(driver, place);
  const path = `/api/admin/transactions/${number}`;
  await expect
    .poll(async () => (await operator.get(path)).energy_wh, { timeout: 30_000 })
    .toBeGreaterThan(0);
  await operator.post(`${path}/stop`, {});
  await expect
    .poll(async () => (await operator.get(path)).state, { timeout: 30_000 })
    .toBe("COMPLETED");
  return number;
}

test("reports tell what a station, its charger and a user billed", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  const driver = await operator.addDriver(5000);
  await play(place, "remote-session", 20).isWaiting();
  await operator.readEvery(place, 10);
  const number = await bill(operator, driver, place);
  const { price_minor } = await operator.get(`/api/admin/transactions/${number}`);
  const price = `€${(price_minor / 100).toFixed(2)}`;
  await signInOperator(context);

  await page.goto("/admin/reports");
  await page.getByRole("link", { name: place.stationName }).click();
  await expect(page.getByRole("heading", { name: `Report: ${place.stationName}` })).toBeVisible();
  const days = page.getByRole("region", { name: "By day" });
  await expect(days.getByRole("cell", { name: price }).first()).toBeVisible();
  const csv = page.getByRole("button", { name: "Download CSV" });
  const lines = await saved(page, () => csv.last().click());
  expect(lines[0]).toBe("day,sessions,energy_wh,revenue_minor,tax_minor,currency");
  expect(lines[1]).toContain(`,${price_minor},`);

  await page.getByLabel("Period", { exact: true }).selectOption("Last month");
  await expect(page.getByText("Nothing was billed in these days")).toBeVisible();
  await page.goto(`/admin/chargers/${place.chargerId}/report`);
  await expect(page.getByRole("cell", { name: price }).first()).toBeVisible();
  await page.goto(`/admin/users/${driver.userId}`);
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(page.getByRole("cell", { name: price }).first()).toBeVisible();
});

test("a file is asked for, written by a job, and downloaded", async ({
  page,
  context,
  complaints,
  operator,
}) => {
  test.setTimeout(150_000);
  const driver = await operator.addDriver(4321);
  await signInOperator(context);
  await page.goto("/admin/exports");
  await page.getByText("Ledger", { exact: true }).click();
  await page.getByLabel("Whose wallet (user id)").fill("nobody-of-this-name");
  await page.getByRole("button", { name: "Write the file" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Whose wallet (user id)").fill(driver.userId);
  await page.getByRole("button", { name: "Write the file" }).click();
  const file = page.getByRole("listitem").filter({ hasText: driver.userId });
  await expect(file.getByText("Ready")).toBeVisible({ timeout: 100_000 });
  await expect(file.getByText("1 rows")).toBeVisible();
  const lines = await saved(page, () => file.getByRole("button").click());
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`${driver.userId},1,top-up,4321,`);
  expectRefusals(complaints);
});

test("a table of tags is tried line by line, and then imported", async ({
  page,
  context,
  complaints,
}) => {
  const tag = `E2E${Date.now()}`;
  await signInOperator(context);
  await page.goto("/admin/id-tags");
  await page.getByRole("link", { name: "Import" }).click();
  const file = page.getByLabel("CSV file");
  const csv = (text: string) => ({
    name: "tags.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await file.setInputFiles({ ...csv(""), buffer: Buffer.from([0x69, 0xfc, 0x0a]) });
  await expect(page.getByText("This file is not in UTF-8.")).toBeVisible();
  await file.setInputFiles(csv("colour\nred\n"));
  await expect(page.getByText(/parent_id_tag, user_id/)).toBeVisible();

  await file.setInputFiles(
    csv(`id_tag,user_id\n${tag},\nTWICE,\n${"X".repeat(21)},\n${tag},nobody\n`),
  );
  await expect(page.getByText("2 lines can be created, 2 would be refused")).toBeVisible();
  await expect(page.getByRole("row", { name: /^4 / }).getByText("Refused")).toBeVisible();
  await expect(page.getByRole("row", { name: /^5 / })).toContainText("there is no user 'nobody'");

  await file.setInputFiles(csv(`id_tag\n${tag}\n`));
  await page.getByRole("button", { name: "Import 1 line" }).click();
  await expect(page.getByRole("row", { name: /^2 / }).getByText("Created")).toBeVisible();
  await page.goto("/admin/id-tags");
  await page.getByLabel("Tag begins with").fill(tag.slice(0, 10));
  await expect(page.getByRole("cell", { name: tag, exact: false }).first()).toBeVisible();
  expectRefusals(complaints);
});

test("imported chargers hand over their passwords in a file, once", async ({
  page,
  context,
  operator,
}) => {
  const place = await operator.addPlace();
  const identity = `${place.chargerId}-B`;
  await signInOperator(context);
  await page.goto("/admin/imports");
  const header = await saved(page, () =>
    page.getByRole("button", { name: "Download template" }).click(),
  );
  expect(header[0]).toContain("identity,station_id,rated_power_w");
  const rows = [identity, place.chargerId].map((one) => `${one},${place.stationId},22000\n`);
  await page.getByLabel("CSV file").setInputFiles({
    name: "chargers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`identity,station_id,rated_power_w\n${rows.join("")}`),
  });
  await expect(page.getByRole("row", { name: /^3 / })).toContainText("exists already");
  const access = await saved(page, () =>
    page.getByRole("button", { name: "Import 1 line" }).click(),
  );
  expect(access).toHaveLength(2);
  expect(access[0]).toBe("identity,ocpp_url,password,password_hex");
  expect(access[1]).toContain(`${identity},ws://`);
  await page.getByRole("row", { name: /^2 / }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: identity })).toBeVisible();
});

test("what endangers and what deviates is listed for the whole network", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  play({ ...place, password: "not-the-password-of-it" }, "remote-session");
  await signInOperator(context);
  const path = `/api/admin/chargers/${place.chargerId}/findings`;
  await expect
    .poll(async () => (await operator.get(path)).length, { timeout: 30_000 })
    .toBeGreaterThan(0);
  await page.goto("/admin/findings");
  await page.getByLabel("Station").selectOption({ label: place.stationName });
  await expect(page.getByText("1 charger deviates")).toBeVisible();
  await page.getByRole("link", { name: place.chargerId }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Report for the vendor" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("# OCPP 1.6 findings");
});

test("a list of tags and a certificate are sent by form, and refusals stand at their field", async ({
  page,
  context,
  complaints,
  operator,
  play,
}) => {
  test.setTimeout(120_000);
  const place = await operator.addPlace();
  await play(place, "remote-session").isWaiting();
  await signInOperator(context);
  await page.goto(`/admin/chargers/${place.chargerId}/commands?action=SendLocalList`);
  await expect(page.getByLabel("Command", { exact: true }).getByRole("option")).toHaveCount(26);
  await page.getByLabel("Version of the list").fill("7");
  await page.getByLabel("Tag", { exact: true }).fill("HAND-1");
  await page.getByRole("button", { name: "Add a tag" }).click();
  await page.getByLabel("Tag", { exact: true }).last().fill("hand-1");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("twice");
  await page.getByRole("button", { name: "Remove 2" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("status").getByText("Accepted", { exact: true })).toBeVisible({
    timeout: 30_000,
  });

  await page.goto(`/admin/chargers/${place.chargerId}/commands?action=SetChargingProfile`);
  await page.getByRole("button", { name: "Add a limit" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("From second").last().fill("3600");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("status").getByText("Accepted", { exact: true })).toBeVisible({
    timeout: 30_000,
  });

  await page.goto(`/admin/chargers/${place.chargerId}/commands?action=CertificateSigned`);
  await page.getByLabel("Certificate chain (PEM)").fill("no certificate of this charger");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("status").getByText("Rejected", { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await page.goto(`/admin/security?charger=${place.chargerId.toLowerCase()}`);
  const events = page.getByRole("region", { name: "Security events" });
  await expect(events.getByText("It got a wrong certificate for itself")).toBeVisible({
    timeout: 30_000,
  });
  expectRefusals(complaints);
});
