import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import QRCode from "qrcode";
import { writeClip } from "./clip";
import { expect, expectRefusals, test } from "./fixtures";

test("a photo of a code opens the connector", async ({ page, operator, baseURL }, info) => {
  const place = await operator.addPlace();
  const photo = info.outputPath("code.png");
  await QRCode.toFile(photo, `${baseURL}/c/${place.chargerId}/1`, { width: 400 });
  await page.goto("/scan");
  await page.locator("input[type=file]").setInputFiles(photo);
  await expect(page).toHaveURL(new RegExp(`/c/${place.chargerId}/1`));
});

test("a foreign code is named as such", async ({ page }, info) => {
  const photo = info.outputPath("foreign.png");
  await QRCode.toFile(photo, "https://elsewhere.example/c/X/1", { width: 400 });
  await page.goto("/scan");
  await page.locator("input[type=file]").setInputFiles(photo);
  await expect(page.getByText("It leads to elsewhere.example.")).toBeVisible();
});

test("a pasted address is followed if it is ours, and named if it is not", async ({
  page,
  operator,
  baseURL,
}) => {
  const place = await operator.addPlace();
  await page.goto("/scan");
  const field = page.getByLabel("Charger", { exact: true });
  await field.fill("https://elsewhere.example/c/X/1");
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByText("It leads to elsewhere.example.")).toBeVisible();
  await field.fill(`${baseURL}/c/${place.chargerId}/1`);
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page).toHaveURL(new RegExp(`/c/${place.chargerId}/1$`));
});

test("a code of no charger leads back to the scanner", async ({ page, complaints }) => {
  await page.goto("/c/NOBODY-01/7");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("There is no charger NOBODY-01 with a connector 7");
  await page.getByRole("link", { name: "Scan the code" }).click();
  await expect(page).toHaveURL(/\/scan$/);
  expectRefusals(complaints);
});

test("a photo without a code says so", async ({ page }, info) => {
  const photo = info.outputPath("blank.png");
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await writeFile(photo, Buffer.from(pixel, "base64"));
  await page.goto("/scan");
  await page.locator("input[type=file]").setInputFiles(photo);
  await expect(page.getByText("no readable code in this photo")).toBeVisible();
});

test("without a camera the code can be typed", async ({ page, operator }) => {
  const place = await operator.addPlace();
  await page.goto("/scan");
  await expect(page.getByText(/No camera here|The camera is not allowed/)).toBeVisible();
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByText("Type the charger’s code.")).toBeVisible();
  await page.getByLabel("Charger", { exact: true }).fill(place.chargerId);
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the camera sees a code", async ({ operator, baseURL }, info) => {
  const place = await operator.addPlace();
  const clip = info.outputPath("code.y4m");
  await writeClip(clip, `${baseURL}/c/${place.chargerId}/1`);
  expect((await readFile(clip)).length).toBeGreaterThan(0);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${clip}`,
    ],
  });
  const page = await browser.newPage({ permissions: ["camera"] });
  await page.goto(`${baseURL}/scan`);
  await expect(page).toHaveURL(new RegExp(`/c/${place.chargerId}/1`), { timeout: 30_000 });
  await browser.close();
});
