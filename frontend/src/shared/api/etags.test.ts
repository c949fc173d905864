import { expect, test } from "vitest";
import { Etags } from "./etags";

const ask = () => new Request("http://csms.example/api/stations");
const fresh = (body: string, etag: string) =>
  new Response(body, { status: 200, headers: { etag, "content-type": "application/json" } });

test("an unchanged answer is the one we have", async () => {
  const etags = new Etags();
  await etags.settle(ask(), fresh('{"items":[1]}', 'W/"a"'));
  const again = ask();
  etags.offer(again);
  expect(again.headers.get("If-None-Match")).toBe('W/"a"');
  const notModified = new Response(null, { status: 304, headers: { "content-length": "0" } });
  const settled = await etags.settle(again, notModified);
  expect(settled.status).toBe(200);
  expect(settled.headers.get("content-length")).toBeNull();
  expect(await settled.json()).toEqual({ items: [1] });
});

test("a refusal is kept nowhere", async () => {
  const etags = new Etags();
  await etags.settle(ask(), new Response("{}", { status: 404, headers: { etag: 'W/"x"' } }));
  const again = ask();
  etags.offer(again);
  expect(again.headers.get("If-None-Match")).toBeNull();
});

test("the next person starts without anything", async () => {
  const etags = new Etags();
  await etags.settle(ask(), fresh("{}", 'W/"a"'));
  etags.clear();
  const again = ask();
  etags.offer(again);
  expect(again.headers.get("If-None-Match")).toBeNull();
});
