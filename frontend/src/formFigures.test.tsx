import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { ChargerForm } from "./features/chargers/components/ChargerForm";
import { RegisterPage } from "./features/chargers/pages/RegisterPage";
import { EditStationForm } from "./features/stations/components/StationForm";
import { Preview } from "./features/tariffs/components/Preview";
import { NewTariffPage } from "./features/tariffs/pages/NewTariffPage";
import { TariffPage } from "./features/tariffs/pages/TariffPage";
import { BookingDialog } from "./features/users/components/BookingDialog";
import { CardRefundDialog } from "./features/users/components/CardRefundDialog";
import { BalanceCard } from "./features/wallet/components/BalanceCard";
import { KILO, MILLIONTHS, MINUTES, moneyIn, PERCENT } from "./shared/operator/units";
import { api, CHARGER, STATION, TARIFF, walletIn, withOffice } from "./testing/office";
import { atControls, cast, draw, page, refusal, send, show, soon } from "./testing/page";

const NOTHING = () => undefined;

withOffice();

test.each([
  ["JPY", "500", 500],
  ["EUR", "5.25", 525],
  ["EUR", "5,25", 525],
  ["KWD", "1.25", 1250],
])("in %s a fee of %s is %i in minor units", async (currency, typed, minor) => {
  api.reads["/api/admin/users/u-1/wallet"] = walletIn(currency);
  api.write = () => refusal(503);
  await show(<NewTariffPage />);
  send({ session_fee_minor: typed });
  await soon(() => expect(api.sent).toMatchObject([{ session_fee_minor: minor }]));
});

test("a fraction of a yen is told at its field, and nothing is sent", async () => {
  api.reads["/api/admin/users/u-1/wallet"] = walletIn("JPY");
  await show(<NewTariffPage />);
  send({ session_fee_minor: "1.5" });
  await soon(() => expect(atControls()).toContain("Type an amount, as 1250."));
  expect(api.sent).toEqual([]);
});

test.each([
  ["JPY", "Type an amount, as 1250."],
  ["EUR", "Type an amount, as 12.50."],
  ["KWD", "Type an amount, as 1.250."],
])("an amount in %s that is none is told with an example of its own", async (currency, told) => {
  await show(
    <BookingDialog wallet={cast(walletIn(currency))} booking="top-up" onClose={NOTHING} />,
  );
  send({ amount: "much" });
  await soon(() => expect(atControls()).toContain(told));
  expect(api.sent).toEqual([]);
});

test.each([
  ["JPY", 1234, "¥1,234"],
  ["KWD", 1234, "KWD 1.234"],
])("a wallet in %s shows its digits", async (currency, minor, shown) => {
  const wallet = {
    ...walletIn(currency),
    balance_minor: minor,
    held_minor: 0,
    available_minor: minor,
  };
  draw(<BalanceCard wallet={cast(wallet)} updatedAt={Date.now()} />);
  const available = () => page.querySelector("[data-testid=available]")?.textContent;
  await soon(() => expect(available()?.replace("\u00a0", " ")).toBe(shown));
});

interface Limit {
  form: ReactNode;
  /** The field, and how far it may go, in what the API counts in. */
  field: string;
  params: { le: number } | { ge: number };
  /** The end of what is told, in what the field counts in. */
  told: string;
  fill?: Record<string, string>;
}

const EUROS = cast(walletIn("EUR"));
const NIGHT = {
  name: "Night",
  weekdays: [0],
  begins: "22:00:00",
  ends: "06:00:00",
  energy_rate_micro_per_kwh: 1,
  minute_rate_micro: 0,
};
const TARIFF_FORM = <TariffPage tariffId="t-1" />;
const LIMITS: Record<string, Limit> = {
  "a fee": {
    form: TARIFF_FORM,
    field: "session_fee_minor",
    params: { le: 100_000_000 },
    told: "at most 1000000.00.",
  },
  "a price per kWh": {
    form: TARIFF_FORM,
    field: "energy_rate_micro_per_kwh",
    params: { le: 12_500_000 },
    told: "at most 12.5.",
  },
  "free minutes": {
    form: TARIFF_FORM,
    field: "idle_grace_s",
    params: { le: 86_400 },
    told: "at most 1440.",
  },
  "a tax": {
    form: TARIFF_FORM,
    field: "tax_rate_micro",
    params: { le: 1_000_000 },
    told: "at most 100.",
  },
  "a price at certain hours": {
    form: TARIFF_FORM,
    field: "windows.0.minute_rate_micro",
    params: { le: 500_000 },
    told: "at most 0.5.",
  },
  "the energy of a trial": {
    form: <Preview tariffId="t-1" />,
    field: "energy_wh",
    params: { le: 10_000_000 },
    told: "at most 10000.",
  },
  "a top-up": {
    form: <BookingDialog wallet={EUROS} booking="top-up" onClose={NOTHING} />,
    field: "amount_minor",
    params: { ge: 1 },
    told: "at least 0.01.",
    fill: { amount: "5" },
  },
  "an adjustment": {
    form: <BookingDialog wallet={EUROS} booking="adjust" onClose={NOTHING} />,
    field: "amount_minor",
    params: { ge: -5000 },
    told: "at least -50.00.",
    fill: { amount: "-60" },
  },
  "a refund to a card": {
    form: <CardRefundDialog wallet={EUROS} onClose={NOTHING} />,
    field: "amount_minor",
    params: { le: 150 },
    told: "at most 1.50.",
    fill: { amount: "5" },
  },
  "the power of a new charger": {
    form: <RegisterPage station={undefined} unknown={undefined} />,
    field: "rated_power_w",
    params: { le: 10_000_000 },
    told: "at most 10000.",
  },
  "the power of a charger": {
    form: <ChargerForm charger={cast(CHARGER)} onClose={NOTHING} />,
    field: "rated_power_w",
    params: { ge: 1 },
    told: "at least 0.001.",
  },
  "the least balance at a station": {
    form: <EditStationForm station={cast(STATION)} onClose={NOTHING} />,
    field: "minimum_balance_minor",
    params: { le: 5 },
    told: "at most 0.05.",
  },
};

test.each(Object.entries(LIMITS))(
  "how far %s may go is told in what its field counts in",
  async (_, { form, field, params, told, fill }) => {
    api.reads["/api/admin/tariffs/t-1"] = { ...TARIFF, windows: [NIGHT] };
    const code = "le" in params ? "less_than_equal" : "greater_than_equal";
    const error = { field: `body.${field}`, message: "in units of the API", code, params };
    api.write = () => refusal(422, { errors: [error] });
    await show(form);
    send(fill);
    await soon(() => expect(atControls()).toContain(`Must be ${told}`));
    expect(atControls().filter((text) => text.startsWith("Must be"))).toHaveLength(1);
  },
);

test("a mistake that names another field says what that is called", async () => {
  const error = { field: "body.maximum_minor", message: "…", code: "less_than_other" };
  api.write = () => refusal(422, { errors: [{ ...error, params: { other: "minimum_minor" } }] });
  await show(TARIFF_FORM);
  send();
  await soon(() => expect(atControls()).toContain("Must not be less than “At least”."));
});

test.each([
  [22_500, KILO, "22.5"],
  [10_000, KILO, "10"],
  [0, KILO, "0"],
  [385_000, MILLIONTHS, "0.385"],
  [190_000, PERCENT, "19"],
  [90, MINUTES, "1.5"],
  [100, MINUTES, "1.6667"],
  [86_400, MINUTES, "1440"],
  [-50, moneyIn("EUR"), "-0.50"],
  [1250, moneyIn("JPY"), "1250"],
])("%i is typed as a person would, and read as it was", (figure, unit, typed) => {
  expect(unit.write(figure)).toBe(typed);
  expect(unit.read(typed)).toBe(figure);
  expect(unit.read(typed.replace(".", ","))).toBe(figure);
});

test.each([
  ["much", KILO],
  ["", MINUTES],
  ["1.2345", KILO],
  ["9007199254.740993", MILLIONTHS],
])("%j is no figure", (typed, unit) => {
  expect(unit.read(typed)).toBeNull();
});
