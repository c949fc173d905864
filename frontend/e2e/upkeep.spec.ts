import { expect, signInOperator, test } from "./fixtures";

test.use({ viewport: { width: 1440, height: 900 } });

test("firmware is uploaded, installed, and its way is told", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  await play(place, "remote-session", 20).isWaiting();
  await signInOperator(context);
  await page.goto("/admin/firmware");
  await page.getByRole("button", { name: "Upload firmware" }).first().click();
  await page.getByLabel("Image").setInputFiles({
    name: "box.bin",
    mimeType: "application/octet-stream",
    buffer: Buffer.alloc(9000, 7),
  });
  const name = `Release for ${place.chargerId}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Version", { exact: true }).fill("2.0.0");
  await page.getByRole("button", { name: "Upload", exact: true }).click();

  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  await page.getByLabel("Station").selectOption({ label: place.stationName });
  await page.getByRole("button", { name: "Choose all" }).click();
  await page.getByRole("button", { name: "Install on 1" }).click();
  await page.getByRole("button", { name: "Install", exact: true }).click();
  const row = page.getByRole("row", { name: place.chargerId });
  await expect(row.getByText("Running")).toBeVisible({ timeout: 30_000 });

  await page.goto(`/admin/chargers/${place.chargerId}/uploads`);
  await expect(page.getByText("Running")).toBeVisible();
});

test("diagnostics are asked for and can be downloaded", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  await play(place, "remote-session", 20).isWaiting();
  await operator.post(`/api/admin/chargers/${place.chargerId}/commands`, {
    action: "GetDiagnostics",
    payload: {},
  });
  await signInOperator(context);
  await page.goto(`/admin/chargers/${place.chargerId}/uploads`);
  const button = page.getByRole("button", { name: /^Download / });
  await expect(button).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).length).toBeGreaterThan(0);
});

test("a template tells who differs, and puts it right", async ({
  page,
  context,
  operator,
  play,
}) => {
  const place = await operator.addPlace();
  await play(place, "remote-session").isWaiting();
  await signInOperator(context);
  await page.goto("/admin/configuration-templates/new");
  await page.getByLabel("Name", { exact: true }).fill(`Set-up ${place.chargerId}`);
  await page.getByLabel("Vendor").fill("Simulated");
  await page.getByLabel("Key", { exact: true }).fill("MeterValueSampleInterval");
  await page.getByLabel("Value", { exact: true }).fill("45");
  await page.getByRole("button", { name: "Create template" }).click();
  const row = page.getByRole("row", { name: place.chargerId });
  await expect(row.getByText("Differs")).toBeVisible();
  await row.getByRole("button", { name: "Apply" }).click();
  await expect(row.getByText("As wanted")).toBeVisible({ timeout: 30_000 });

  await page.goto(`/admin/chargers/${place.chargerId}/configuration`);
  const entry = page.getByRole("row", { name: "MeterValueSampleInterval" });
  await expect(entry.getByText("45").first()).toBeVisible();
});
