import { readFileSync } from "node:fs";
import { i18n, type Messages } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ChargerForm } from "./features/chargers/components/ChargerForm";
import { ConfigurationDialog } from "./features/chargers/components/ConfigurationDialog";
import { RegisterPage } from "./features/chargers/pages/RegisterPage";
import { NewTemplatePage } from "./features/configuration-templates/pages/NewTemplatePage";
import { TemplatePage } from "./features/configuration-templates/pages/TemplatePage";
import { FirmwareForm } from "./features/firmware/components/FirmwareForm";
import { EditTagForm, NewTagForm } from "./features/id-tags/components/TagForm";
import { EditStationForm, NewStationForm } from "./features/stations/components/StationForm";
import { Preview } from "./features/tariffs/components/Preview";
import { NewTariffPage } from "./features/tariffs/pages/NewTariffPage";
import { TariffPage } from "./features/tariffs/pages/TariffPage";
import { RefundDialog } from "./features/transactions/components/RefundDialog";
import { ResolveDialog } from "./features/transactions/components/ResolveDialog";
import { BookingDialog } from "./features/users/components/BookingDialog";
import { CardRefundDialog } from "./features/users/components/CardRefundDialog";
import { BalanceCard } from "./features/wallet/components/BalanceCard";

const DOCUMENT = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../docs/openapi/admin.json`, "utf8"),
);
const ENGLISH = import.meta.glob<{ messages: Messages }>("./shared/i18n/locales/*/en.po", {
  eager: true,
});
const PATIENCE_MS = 10_000;
vi.setConfig({ testTimeout: 3 * PATIENCE_MS });
/** Machines that test are busy: what comes may take a while. */
const soon = <Found,>(look: () => Found) => vi.waitFor(look, { timeout: PATIENCE_MS });
const NOTHING = () => undefined;
/** Takes as much of a thing as a form reads for the whole of it. */
const cast = (value: unknown) => value as never;

const PERSON = { user_id: "u-1", role: "ADMIN", name: "Ada", email: null, created_at: AT() };
const TARIFF = {
  tariff_id: "t-1",
  name: "Day",
  currency: "EUR",
  version: 3,
  windows: [],
  energy_rate_micro_per_kwh: 490_000,
  session_fee_minor: 0,
  minute_rate_micro: 0,
  idle_rate_micro: 0,
  idle_grace_s: 0,
  minimum_minor: 0,
  maximum_minor: null,
  tax_rate_micro: 190_000,
  tax_included: true,
  charge_zero_energy: false,
  valid_from: null,
  valid_to: null,
};
const TEMPLATE = {
  template_id: "c-1",
  name: "Box",
  vendor: "Maker",
  model: null,
  settings: [{ key: "HeartbeatInterval", value: "300" }],
  version: 3,
  created_at: AT(),
};
const STATION = {
  station_id: "s-1",
  name: "North",
  address: "Street 1",
  time_zone: "Europe/Berlin",
  latitude: 52.5,
  longitude: 13.4,
  tariff_id: null,
  minimum_balance_minor: 0,
  connectors: {},
  version: 3,
};
const CHARGER = {
  charger_id: "B-1",
  name: "Box 1",
  station_id: "s-1",
  rated_power_w: 22_000,
  tariff_id: null,
  assume_ocpp16: true,
  log_level: null,
  version: 3,
};
const TAG = {
  id_tag: "CARD1",
  user_id: null,
  blocked: false,
  expires_at: null,
  parent_id_tag: null,
  concurrent_limit: 1,
  created_at: AT(),
  version: 3,
};
const READS: Record<string, unknown> = {
  "/auth/profile": PERSON,
  "/api/admin/users/u-1/wallet": { user_id: "u-1", currency: "EUR", open_bills: [] },
  "/api/admin/tariffs/t-1": TARIFF,
  "/api/admin/tariffs": { items: [TARIFF], next_cursor: null },
  "/api/admin/stations": { items: [STATION], next_cursor: null },
  "/api/admin/stations/s-1": STATION,
  "/api/admin/chargers/B-1": CHARGER,
  "/api/admin/id-tags/CARD1": TAG,
  "/api/admin/configuration-templates/c-1": TEMPLATE,
};

function AT() {
  return "2026-05-17T10:00:00Z";
}

/** What the API answers next: to reads by READS, to writes by `write`. */
let write: (request: Request, body: unknown) => Response;
let reads: Record<string, unknown>;
let root: Root;
let page: HTMLElement;

beforeEach(() => {
  for (const { messages } of Object.values(ENGLISH)) i18n.load("en", messages);
  i18n.activate("en");
  localStorage.setItem("csms.session", JSON.stringify({ token: "t", subject: "ada" }));
  reads = { ...READS };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method !== "GET") return write(request, await request.json());
    const found = reads[new URL(request.url).pathname];
    const answer = found ?? { items: [], next_cursor: null };
    return new Response(JSON.stringify(answer), { status: 200 });
  });
  page = document.createElement("div");
  document.body.append(page);
  root = createRoot(page);
});

afterEach(() => {
  root.unmount();
  page.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
});

function draw(shown: ReactNode): void {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => shown }),
    history: createMemoryHistory(),
  });
  root.render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <RouterProvider router={cast(router)} />
      </QueryClientProvider>
    </I18nProvider>,
  );
}

async function show(form: ReactNode): Promise<void> {
  draw(form);
  await soon(() => expect(page.querySelector("form [name]")).not.toBeNull());
  await soon(() => expect(page.querySelector("button[type=submit]:disabled")).toBeNull());
}

function send(fill: Record<string, string>): void {
  const form = page.querySelector("form");
  for (const [name, value] of Object.entries(fill)) {
    const control = form?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!control) throw new Error(`no control ${name}`);
    control.value = value;
  }
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}

function refusal(status: number, problem: Record<string, unknown>, headers = {}): Response {
  return new Response(JSON.stringify({ title: "No", status, ...problem }), { status, headers });
}

/** What the page says at a control, for who sees it and who hears it. */
function atControls(): string[] {
  const described = [...page.querySelectorAll("[aria-invalid=true][aria-describedby]")];
  return described.flatMap((control) =>
    (control.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? ""),
  );
}

interface Case {
  form: ReactNode;
  /** The shape of what it sends. */
  body: string;
  fill?: Record<string, string>;
}

const CASES: Record<string, Case> = {
  "a new tag": { form: <NewTagForm onClose={NOTHING} />, body: "NewTag" },
  "a tag": { form: <EditTagForm tag={cast(TAG)} onClose={NOTHING} />, body: "TagEdit" },
  "a new station": {
    form: <NewStationForm onClose={NOTHING} onDone={NOTHING} />,
    body: "StationFields",
  },
  "a station": {
    form: <EditStationForm station={cast(STATION)} onClose={NOTHING} />,
    body: "StationEdit",
  },
  "a new charger": {
    form: <RegisterPage station={undefined} identity="B-9" />,
    body: "NewCharger",
  },
  "a charger": {
    form: <ChargerForm charger={cast(CHARGER)} onClose={NOTHING} />,
    body: "ChargerEdit",
  },
  "a new template": { form: <NewTemplatePage />, body: "TemplateFields" },
  "a template": { form: <TemplatePage templateId="c-1" />, body: "TemplateEdit" },
  "a new tariff": { form: <NewTariffPage />, body: "TariffFields" },
  "a tariff": { form: <TariffPage tariffId="t-1" />, body: "TariffEdit" },
  "a trial of a tariff": { form: <Preview tariffId="t-1" />, body: "PreviewRequest" },
  "a top-up": {
    form: (
      <BookingDialog
        wallet={cast({ user_id: "u-1", currency: "EUR" })}
        booking="top-up"
        onClose={NOTHING}
      />
    ),
    body: "TopUp",
    fill: { amount: "5" },
  },
  "a refund to a card": {
    form: <CardRefundDialog wallet={cast({ user_id: "u-1", currency: "EUR" })} onClose={NOTHING} />,
    body: "CardRefundRequest",
    fill: { amount: "5", payment_id: "pi_1" },
  },
  "a refund": {
    form: (
      <RefundDialog
        transaction={cast({
          transaction_id: 7,
          currency: "EUR",
          price_minor: 500,
          payer_id: "u-1",
        })}
        onClose={NOTHING}
      />
    ),
    body: "RefundRequest",
  },
  "a decision": {
    form: (
      <ResolveDialog
        transaction={cast({ transaction_id: 7, state: "UNBILLED", energy_wh: 5 })}
        onClose={NOTHING}
      />
    ),
    body: "Resolution",
  },
  "a firmware": { form: <FirmwareForm onClose={NOTHING} />, body: "FirmwareFields" },
  "a value of a charger": {
    form: (
      <ConfigurationDialog
        chargerId="B-1"
        entry={cast({ key: "HeartbeatInterval", value: "300", desired: null })}
        onClose={NOTHING}
      />
    ),
    body: "CommandRequest",
  },
};

test("what is wrong is told in the reader's language, with its figures", async () => {
  const error = { field: "body.id_tag", message: "is too long: …", code: "string_too_long" };
  write = () => refusal(422, { errors: [{ ...error, params: { max_length: 20 } }] });
  await show(<NewTagForm onClose={NOTHING} />);
  send({});
  await soon(() => expect(atControls()).toContain("Type at most 20 characters."));
});

test.each([
  ["JPY", "500", 500],
  ["EUR", "5.25", 525],
  ["EUR", "5,25", 525],
  ["KWD", "1.25", 1250],
])("in %s a fee of %s is %i in minor units", async (currency, typed, minor) => {
  reads["/api/admin/users/u-1/wallet"] = { user_id: "u-1", currency, open_bills: [] };
  let sent: unknown;
  write = (_request, body) => {
    sent = body;
    return refusal(503, {});
  };
  await show(<NewTariffPage />);
  send({ session_fee_minor: typed });
  await soon(() => expect(sent).toMatchObject({ session_fee_minor: minor }));
});

test("a fraction of a yen is told at its field, and nothing is sent", async () => {
  reads["/api/admin/users/u-1/wallet"] = { user_id: "u-1", currency: "JPY", open_bills: [] };
  write = () => {
    throw new Error("it was sent");
  };
  await show(<NewTariffPage />);
  send({ session_fee_minor: "1.5" });
  await soon(() => expect(atControls()).toContain("Type a number, as 0.385."));
});

test.each([
  ["JPY", "Type an amount, as 1250."],
  ["EUR", "Type an amount, as 12.50."],
  ["KWD", "Type an amount, as 1.250."],
])("an amount in %s that is none is told with an example of its own", async (currency, told) => {
  const wallet = cast({ user_id: "u-1", currency });
  await show(<BookingDialog wallet={wallet} booking="top-up" onClose={NOTHING} />);
  send({ amount: "much" });
  await soon(() => expect(atControls()).toContain(told));
});

test.each([
  ["JPY", 1234, "¥1,234"],
  ["KWD", 1234, "KWD 1.234"],
])("a wallet in %s shows its digits", async (currency, minor, shown) => {
  const wallet = {
    user_id: "u-1",
    currency,
    balance_minor: minor,
    held_minor: 0,
    available_minor: minor,
    open_bills: [],
  };
  draw(<BalanceCard wallet={cast(wallet)} updatedAt={Date.now()} />);
  const available = () => page.querySelector("[data-testid=available]")?.textContent;
  await soon(() => expect(available()?.replace("\u00a0", " ")).toBe(shown));
});

describe.each(Object.entries(CASES))("the form of %s", (_, { form, body, fill = {} }) => {
  const fields = Object.keys(DOCUMENT.components.schemas[body].properties);

  test("tells everything that the API finds wrong, most of it at its field", async () => {
    write = () =>
      refusal(422, {
        errors: fields.map((field) => ({ field: `body.${field}`, message: `${field} is wrong` })),
      });
    await show(form);
    send(fill);
    await soon(() => expect(page.textContent).toContain(`${fields[0]} is wrong`));
    const missing = fields.filter((field) => !page.textContent?.includes(`${field} is wrong`));
    expect(missing).toEqual([]);
    expect(atControls().filter((text) => text.endsWith("is wrong")).length).toBeGreaterThan(0);
  });

  test("says how long to wait when there were too many requests", async () => {
    write = () => refusal(429, {}, { "retry-after": "7" });
    await show(form);
    send(fill);
    await soon(() => expect(page.textContent).toMatch(/Wait 7 seconds/));
  });
});

const EDITS: Record<string, { form: ReactNode; path: string; name: string; before: object }> = {
  "a tag": {
    form: <EditTagForm tag={cast(TAG)} onClose={NOTHING} />,
    path: "/api/admin/id-tags/CARD1",
    name: "parent_id_tag",
    before: TAG,
  },
  "a station": {
    form: <EditStationForm station={cast(STATION)} onClose={NOTHING} />,
    path: "/api/admin/stations/s-1",
    name: "name",
    before: STATION,
  },
  "a charger": {
    form: <ChargerForm charger={cast(CHARGER)} onClose={NOTHING} />,
    path: "/api/admin/chargers/B-1",
    name: "name",
    before: CHARGER,
  },
  "a template": {
    form: <TemplatePage templateId="c-1" />,
    path: "/api/admin/configuration-templates/c-1",
    name: "name",
    before: TEMPLATE,
  },
  "a tariff": {
    form: <TariffPage tariffId="t-1" />,
    path: "/api/admin/tariffs/t-1",
    name: "name",
    before: TARIFF,
  },
};

describe.each(Object.entries(EDITS))("who edits %s", (_, { form, path, name, before }) => {
  const value = () => page.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value;

  test("does not overwrite what somebody else has saved meanwhile", async () => {
    const versions: unknown[] = [];
    write = (_request, body) => {
      versions.push((body as { version: number }).version);
      return versions.length === 1
        ? refusal(409, {})
        : new Response(JSON.stringify({ ...before, version: 5 }), { status: 200 });
    };
    await show(form);
    send({ [name]: "MINE" });
    const button = await soon(() => {
      const found = [...page.querySelectorAll("button")].find(
        (one) => one.textContent === "Load their version",
      );
      if (!found) throw new Error("the choice is not there");
      return found;
    });
    expect(value()).toBe("MINE");

    reads[path] = { ...before, [name]: "THEIRS", version: 4 };
    button.click();
    await soon(() => expect(value()).toBe("THEIRS"));
    expect(page.textContent).not.toContain("Load their version");
    send({ [name]: "MINE" });
    await soon(() => expect(versions).toEqual([3, 4]));
  });
});
