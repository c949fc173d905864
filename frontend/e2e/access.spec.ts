import { readFile } from "node:fs/promises";
import { expect, expectRefusals, signInAs, signInDriver, test } from "./fixtures";
import { pathsOf } from "./routes";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

const OPERATORS_TREE = "src/routeTree.gen.ts";

/** The built files that only operators need: those reached through nothing but their own routes. */
async function operatorFiles(): Promise<Set<string>> {
  const path = new URL("../dist/.vite/manifest.json", import.meta.url);
  const manifest: Record<string, Chunk> = JSON.parse(await readFile(path, "utf8"));
  const everybodys = reachable(manifest, "index.html", new Set([OPERATORS_TREE]));
  const all = reachable(manifest, "index.html", new Set());
  const own = [...all].filter((file) => !everybodys.has(file));
  expect(own.length).toBeGreaterThan(20);
  return new Set(own.map((file) => `/${file}`));
}

/** The files behind a source, but for those behind some others. */
function reachable(manifest: Record<string, Chunk>, from: string, without: Set<string>) {
  const seen = new Set(without);
  const files = new Set<string>();
  const rest = [from];
  for (let key = rest.pop(); key !== undefined; key = rest.pop()) {
    const chunk = manifest[key];
    if (seen.has(key) || !chunk) continue;
    seen.add(key);
    files.add(chunk.file);
    rest.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []));
  }
  return files;
}

/** In the page: its token is not good any more. */
function wearOut(): void {
  const session = JSON.parse(localStorage.getItem("csms.session") ?? "{}");
  localStorage.setItem("csms.session", JSON.stringify({ ...session, token: "worn.out.token" }));
}

test("a driver is refused at every operator's page and fetches none of its files", async ({
  page,
  context,
  operator,
}) => {
  test.setTimeout(180_000);
  await signInDriver(context, await operator.addDriver());
  const forbidden = await operatorFiles();
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  for (const path of pathsOf("operator", () => "any")) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "You may not see this" })).toBeVisible();
  }
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Find a charger" })).toBeVisible();
  expect(fetched.filter((path) => forbidden.has(path))).toEqual([]);
  expect(fetched.filter((path) => path.startsWith("/api/admin"))).toEqual([]);
});

test("a stranger is sent to sign in, and comes back", async ({ page }) => {
  await page.goto("/wallet");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fwallet/);
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Emil Driver").click();
  await expect(page.getByRole("heading", { name: "Wallet" })).toBeVisible();
});

test("an operator who signs in comes to the dashboard", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Ada Admin").click();
  await expect(page).toHaveURL(/\/admin$/);
});

test("signing out forgets the person", async ({ page }) => {
  await page.goto("/profile");
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Finn Driver").click();
  await expect(page.getByText("finn@demo.example")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "See you soon" })).toBeVisible();
  await page.goto("/wallet");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a token that expires in the middle leads to sign-in and back", async ({
  page,
  context,
  operator,
  complaints,
}) => {
  const driver = await operator.addDriver(1000);
  await signInDriver(context, driver);
  await page.goto("/wallet");
  await expect(page.getByTestId("available")).toHaveText("€10.00");
  await page.evaluate(wearOut);
  await expect(page).toHaveURL(/\/sign-in\?.*to=%2Fwallet/, { timeout: 30_000 });
  await expect(page.getByText("Your session has ended")).toBeVisible();
  expectRefusals(complaints);
});

test("an expired token is renewed once and silently, for both tabs", async ({
  page,
  context,
  complaints,
}) => {
  const renewals: string[] = [];
  context.on("request", (request) => {
    if (request.postData()?.includes("grant_type=refresh_token")) renewals.push(request.url());
  });
  await page.goto("/wallet");
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Emil Driver").click();
  await expect(page.getByTestId("available")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/wallet");
  await expect(other.getByTestId("available")).toBeVisible();

  await page.evaluate(wearOut);
  const isRenewed = () =>
    page.evaluate(() => !localStorage.getItem("csms.session")?.includes("worn.out"));
  await expect.poll(isRenewed, { timeout: 30_000 }).toBe(true);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(tab.getByTestId("available")).toBeVisible();
    await expect(tab).toHaveURL(/\/wallet$/);
  }
  expect(renewals).toHaveLength(1);
  expectRefusals(complaints);
});

test("a refused renewal leads to sign-in, and back to the same place", async ({
  page,
  complaints,
}) => {
  await page.goto("/history");
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Emil Driver").click();
  await expect(page.getByRole("heading", { name: "Your charges" })).toBeVisible();
  await page.evaluate(wearOut);
  await page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem("csms.session") ?? "{}");
    localStorage.setItem("csms.session", JSON.stringify({ ...session, refreshToken: "unknown" }));
  });
  await expect(page.getByText("Your session has ended")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Emil Driver").click();
  await expect(page).toHaveURL(/\/history$/);
  await expect(page.getByRole("heading", { name: "Your charges" })).toBeVisible();
  expectRefusals(complaints);
});

test("a forged way back stays in the app", async ({ page, context, operator }) => {
  await page.goto("/sign-in?to=//evil.example/");
  await page.getByRole("button", { name: "Continue to sign in" }).click();
  await page.getByText("Emil Driver").click();
  await expect(page.getByRole("heading", { name: "Find a charger" })).toBeVisible();
  await signInDriver(context, await operator.addDriver());
});

test("rubbish instead of a token is a sign-in, not a crash", async ({
  page,
  context,
  complaints,
}) => {
  await signInAs(context, "rubbish", "nobody");
  await page.goto("/wallet");
  await expect(page).toHaveURL(/\/sign-in/);
  expectRefusals(complaints);
});
