import { expect, test } from "vitest";
import { RegisterPage } from "./features/chargers/pages/RegisterPage";
import { api, CHARGER, withOffice } from "./testing/office";
import { control, page, refusal, said, send, show, soon } from "./testing/page";

const REGISTERED = {
  charger: CHARGER,
  access: {
    ocpp_url: "ws://csms.example/ocpp/New%201",
    identity: "New 1",
    password: { text: "open-sesame", hex: "6F" },
  },
};
const FIELDS = {
  station_id: "s-1",
  tariff_id: null,
  name: null,
  connector_count: 2,
  security_profile: 1,
  pending: false,
};

withOffice();

/** Where requests went that write. */
let asked: string[];

async function register(unknown: string | undefined, fill: Record<string, string>) {
  asked = [];
  api.write = (request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return said(REGISTERED, 201);
  };
  await show(<RegisterPage station={undefined} unknown={unknown} />);
  await soon(() => expect(control("station_id").querySelector("[value=s-1]")).not.toBeNull());
  send({ station_id: "s-1", ...fill });
  await soon(() => expect(page.textContent).toContain("open-sesame"));
}

test("one from the inbox is registered by one request, with the power that was typed", async () => {
  await register("New 1", { power_kw: "3.7" });
  expect(asked).toEqual(["POST /api/admin/unknown-chargers/New%201/register"]);
  expect(api.sent).toEqual([{ ...FIELDS, rated_power_w: 3700 }]);
});

test("a charger that has not dialled in yet is registered by its identity", async () => {
  await register(undefined, { identity: "New 1", power_kw: "150" });
  expect(asked).toEqual(["POST /api/admin/chargers"]);
  expect(api.sent).toEqual([{ ...FIELDS, identity: "New 1", rated_power_w: 150_000 }]);
});

test("nothing is assumed of a new charger's power, and what knocked keeps its identity", async () => {
  api.write = () => refusal(503);
  await show(<RegisterPage station={undefined} unknown="New 1" />);
  expect(control("power_kw").value).toBe("");
  expect(control("power_kw").required).toBe(true);
  expect(control("identity").value).toBe("New 1");
  expect(control("identity").readOnly).toBe(true);
});
