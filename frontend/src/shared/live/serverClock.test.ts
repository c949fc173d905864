import { afterEach, expect, test } from "vitest";
import { noteServerTime, serverNowMs } from "./serverClock";

afterEach(() => noteServerTime(new Date().toUTCString()));

test("a device an hour behind shows the server's time", () => {
  noteServerTime(new Date(Date.now() + 3_600_000).toUTCString());
  expect(Math.abs(serverNowMs() - Date.now() - 3_600_000)).toBeLessThan(1500);
});

test("a second is rounding, not a wrong clock", () => {
  noteServerTime(new Date(Date.now() + 900).toUTCString());
  expect(Math.abs(serverNowMs() - Date.now())).toBeLessThan(50);
});

test("nonsense changes nothing", () => {
  noteServerTime("yesterday");
  noteServerTime(null);
  expect(Math.abs(serverNowMs() - Date.now())).toBeLessThan(50);
});
