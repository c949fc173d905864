import { expect, test } from "vitest";
import { TagTable } from "./features/id-tags/components/TagTable";
import { TransactionsPage } from "./features/transactions/pages/TransactionsPage";
import { Actor } from "./shared/operator/UserLink";
import { api, TAG, withOffice } from "./testing/office";
import { button, cast, draw, page, said, soon } from "./testing/page";

const NOTHING = () => undefined;
const TRANSACTIONS = "/api/admin/transactions";

withOffice();

test("whoever pays is named, with the way to their page", async () => {
  draw(<TagTable tags={cast([{ ...TAG, user_id: "u-9", user_name: "Grace" }])} />);
  await soon(() => expect(page.querySelector("a")?.textContent).toBe("Grace"));
  expect(page.querySelector("a")?.getAttribute("href")).toBe("/admin/users/u-9");
  expect(page.querySelector("a")?.title).toBe("u-9");
});

test("a tag is blocked with what it is, and without what only a list tells of it", async () => {
  api.write = () => said({ ...TAG, blocked: true });
  draw(<TagTable tags={cast([TAG])} />);
  (await soon(() => button("Block"))).click();
  await soon(() => expect(api.sent).toHaveLength(1));
  const { id_tag: _, created_at: _at, user_name: _name, ...fields } = TAG;
  expect(api.sent).toEqual([{ ...fields, blocked: true }]);
});

test("a rule that did something is called the system", async () => {
  draw(<Actor id="billing" name={null} />);
  await soon(() => expect(page.querySelector("[title=billing]")?.textContent).toBe("System"));
  expect(page.querySelector("a")).toBeNull();
});

test("a list of nothing says since when, and looks further back only when it is told to", async () => {
  const nothing = { items: [], next_cursor: "more", looked_back_to: "2026-10-24" };
  api.reads[TRANSACTIONS] = nothing;
  draw(<TransactionsPage search={{ state: "CANCELLED" }} onSearch={NOTHING} />);
  await soon(() => expect(page.textContent).toContain("None since Oct 24, 2026"));

  api.reads[TRANSACTIONS] = { ...nothing, next_cursor: "last", looked_back_to: "2026-09-23" };
  button("Look further back").click();
  await soon(() => expect(page.textContent).toContain("None since Sep 23, 2026"));

  api.reads[TRANSACTIONS] = { items: [], next_cursor: null, looked_back_to: null };
  button("Look further back").click();
  await soon(() => expect(page.textContent).toContain("Change or clear the filters above."));
  expect(page.textContent).not.toContain("Look further back");
});
