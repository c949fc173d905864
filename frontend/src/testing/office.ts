import { readFileSync } from "node:fs";
import { beforeEach } from "vitest";
import { said, withPage } from "./page";

const DOCUMENT = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../docs/openapi/admin.json`, "utf8"),
);

/** What the document of the operators' API says of a shape. */
export function schemaOf(name: string): { enum: string[]; properties: Record<string, unknown> } {
  return DOCUMENT.components.schemas[name];
}

const AT = "2026-05-17T10:00:00Z";
export const TARIFF = {
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
export const TEMPLATE = {
  template_id: "c-1",
  name: "Box",
  vendor: "Maker",
  model: null,
  settings: [{ key: "HeartbeatInterval", value: "300" }],
  version: 3,
  created_at: AT,
};
export const STATION = {
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
export const CHARGER = {
  charger_id: "B-1",
  name: "Box 1",
  station_id: "s-1",
  rated_power_w: 22_000,
  tariff_id: null,
  assume_ocpp16: true,
  log_level: null,
  version: 3,
};
export const TAG = {
  id_tag: "CARD1",
  user_id: null,
  user_name: null,
  blocked: false,
  expires_at: null,
  parent_id_tag: null,
  concurrent_limit: 1,
  created_at: AT,
  version: 3,
};
const READS: Record<string, object> = {
  "/auth/profile": { user_id: "u-1", role: "ADMIN", name: "Ada", email: null, created_at: AT },
  "/api/admin/users/u-1/wallet": walletIn("EUR"),
  "/api/admin/tariffs/t-1": TARIFF,
  "/api/admin/tariffs": { items: [TARIFF], next_cursor: null },
  "/api/admin/stations": { items: [STATION], next_cursor: null },
  "/api/admin/stations/s-1": STATION,
  "/api/admin/chargers/B-1": CHARGER,
  "/api/admin/id-tags/CARD1": TAG,
  "/api/admin/configuration-templates/c-1": TEMPLATE,
};

const SAVED = (_request: Request): Response => said({});

/**
 * What the API answers: to reads by their path, else an empty list; to writes as a test says. sent:
 * the bodies that were written, in order.
 */
export const api = { reads: { ...READS }, write: SAVED, sent: [] as unknown[] };

export function walletIn(currency: string) {
  return { user_id: "u-1", currency, open_bills: [] };
}

/** For each test of a file: an empty page of an operator, and an API that has a thing of each. */
export function withOffice(): void {
  beforeEach(() => {
    Object.assign(api, { reads: { ...READS }, write: () => said({}), sent: [] });
  });
  withPage(async (request) => {
    if (request.method !== "GET") {
      api.sent.push(await request.clone().json());
      return api.write(request);
    }
    const found = api.reads[new URL(request.url).pathname];
    return said(found ?? { items: [], next_cursor: null });
  });
}
