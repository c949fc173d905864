import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { RefundDialog } from "./features/transactions/components/RefundDialog";
import { BookingDialog } from "./features/users/components/BookingDialog";
import { CardRefundDialog } from "./features/users/components/CardRefundDialog";
import { api, walletIn, withOffice } from "./testing/office";
import { atControls, cast, page, refusal, said, send, show, soon } from "./testing/page";

const NOTHING = () => undefined;
const WALLET = cast(walletIn("EUR"));
const CHARGE = { transaction_id: 7, currency: "EUR", price_minor: 500, payer_id: "u-1" };

interface Case {
  form: ReactNode;
  /** What is typed beside the amount. */
  fill: Record<string, string>;
  body: object;
  refused: string[];
}

const NO_PAYMENT = ["0", "-5", "1.005", "much"];
const CASES: Record<string, Case> = {
  "a top-up": {
    form: <BookingDialog wallet={WALLET} booking="top-up" onClose={NOTHING} />,
    fill: { note: "cash" },
    body: { amount_minor: 1250, note: "cash" },
    refused: NO_PAYMENT,
  },
  "an adjustment": {
    form: <BookingDialog wallet={WALLET} booking="adjust" onClose={NOTHING} />,
    fill: { note: "by hand" },
    body: { amount_minor: 1250, note: "by hand" },
    refused: ["0", "1.005", "much"],
  },
  "a refund to a card": {
    form: <CardRefundDialog wallet={WALLET} onClose={NOTHING} />,
    fill: { payment_id: "pi_1" },
    body: { amount_minor: 1250, payment_id: "pi_1" },
    refused: NO_PAYMENT,
  },
  "a refund": {
    form: <RefundDialog transaction={cast(CHARGE)} onClose={NOTHING} />,
    fill: { reason: "a fault" },
    body: { amount_minor: 1250, reason: "a fault" },
    refused: NO_PAYMENT,
  },
};

withOffice();

describe.each(Object.entries(CASES))("the form of %s", (_, { form, fill, body, refused }) => {
  /** Collects the keys under which the API was asked. */
  const answering = (answer: () => Response) => {
    const keys: (string | null)[] = [];
    api.write = (request) => {
      keys.push(request.headers.get("idempotency-key"));
      return answer();
    };
    return keys;
  };

  test("moves money once for a double click, and a failed try again under its key", async () => {
    const keys = answering(() => (keys.length < 2 ? refusal(503) : said({})));
    await show(form);
    for (const _ of [1, 2]) send({ ...fill, amount: "12,50" });
    await soon(() => expect(page.querySelector("[role=alert]")).not.toBeNull());
    expect(api.sent).toEqual([body]);
    send();
    await soon(() => expect(api.sent).toEqual([body, body]));
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  test.each(refused)("takes no %s for an amount", async (typed) => {
    await show(form);
    send({ ...fill, amount: typed });
    await soon(() => expect(atControls()).toContain("Type an amount, as 12.50."));
    expect(api.sent).toEqual([]);
  });
});
