import { expect, test } from "vitest";
import { NewTariffPage } from "./features/tariffs/pages/NewTariffPage";
import { BookingDialog } from "./features/users/components/BookingDialog";
import { BalanceCard } from "./features/wallet/components/BalanceCard";
import { api, walletIn, withOffice } from "./testing/office";
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
  await soon(() => expect(atControls()).toContain("Type a number, as 0.385."));
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
