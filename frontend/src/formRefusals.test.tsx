import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
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
import { api, CHARGER, STATION, schemaOf, TAG, walletIn, withOffice } from "./testing/office";
import { atControls, cast, page, refusal, send, show, soon } from "./testing/page";

const NOTHING = () => undefined;

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
    form: <RegisterPage station={undefined} unknown={undefined} />,
    body: "NewCharger",
  },
  "an unknown charger": {
    form: <RegisterPage station={undefined} unknown="B-9" />,
    body: "NewChargerFields",
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
    form: <BookingDialog wallet={cast(walletIn("EUR"))} booking="top-up" onClose={NOTHING} />,
    body: "TopUp",
    fill: { amount: "5" },
  },
  "a refund to a card": {
    form: <CardRefundDialog wallet={cast(walletIn("EUR"))} onClose={NOTHING} />,
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

withOffice();

test("what is wrong is told in the reader's language, with its figures", async () => {
  const error = { field: "body.id_tag", message: "is too long: …", code: "string_too_long" };
  api.write = () => refusal(422, { errors: [{ ...error, params: { max_length: 20 } }] });
  await show(<NewTagForm onClose={NOTHING} />);
  send();
  await soon(() => expect(atControls()).toContain("Type at most 20 characters."));
});

describe.each(Object.entries(CASES))("the form of %s", (_, { form, body, fill = {} }) => {
  const fields = Object.keys(schemaOf(body).properties);

  test("tells everything that the API finds wrong, most of it at its field", async () => {
    api.write = () =>
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
    api.write = () => refusal(429, {}, { "retry-after": "7" });
    await show(form);
    send(fill);
    await soon(() => expect(page.textContent).toMatch(/Wait 7 seconds/));
  });
});
