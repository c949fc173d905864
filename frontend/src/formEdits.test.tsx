import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { ChargerForm } from "./features/chargers/components/ChargerForm";
import { TemplatePage } from "./features/configuration-templates/pages/TemplatePage";
import { EditTagForm } from "./features/id-tags/components/TagForm";
import { EditStationForm } from "./features/stations/components/StationForm";
import { TariffPage } from "./features/tariffs/pages/TariffPage";
import { api, CHARGER, STATION, TAG, TARIFF, TEMPLATE, withOffice } from "./testing/office";
import { button, cast, control, page, refusal, said, send, show, soon } from "./testing/page";

const NOTHING = () => undefined;

withOffice();

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
  const value = () => control(name).value;

  test("does not overwrite what somebody else has saved meanwhile", async () => {
    api.write = () =>
      api.sent.length === 1
        ? refusal(409, { reason: "changed-meanwhile" })
        : said({ ...before, version: 5 });
    await show(form);
    send({ [name]: "MINE" });
    const reload = await soon(() => button("Load their version"));
    expect(value()).toBe("MINE");

    api.reads[path] = { ...before, [name]: "THEIRS", version: 4 };
    reload.click();
    await soon(() => expect(value()).toBe("THEIRS"));
    expect(page.textContent).not.toContain("Load their version");
    send({ [name]: "MINE" });
    await soon(() => expect(api.sent).toMatchObject([{ version: 3 }, { version: 4 }]));
  });

  test("is told what stands in the way, and is not sent to another version for it", async () => {
    api.write = () => refusal(409, { reason: "exists", detail: "it exists already" });
    await show(form);
    send({ [name]: "MINE" });
    await soon(() => expect(page.textContent).toContain("exists already"));
    expect(page.textContent).not.toContain("Load their version");
  });
});
