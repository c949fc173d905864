import { expect, test } from "vitest";
import { NotUtf8, readTable } from "./imports";
import { accessTable } from "./results";

const line = { line: 2, outcome: "created", id: "cp-1", message: null } as const;

test("what to enter in new chargers is a table; without one there is none", () => {
  const access = {
    identity: "=CP-1",
    ocpp_url: "wss://example/CP-1",
    password: { text: 'a"b', hex: "6122" },
  };
  expect(
    accessTable([
      { ...line, access },
      { ...line, access: null },
    ]),
  ).toBe('identity,ocpp_url,password,password_hex\r\n\'=CP-1,wss://example/CP-1,"a""b",6122');
  expect(accessTable([line])).toBeNull();
});

test("a file in another encoding is refused, not garbled", async () => {
  const file = (...bytes: number[]) => new File([new Uint8Array(bytes)], "x.csv");
  await expect(readTable(file(0x6e, 0xfc))).rejects.toThrow(NotUtf8);
  expect(await readTable(file(0x6e, 0xc3, 0xbc))).toEqual({ name: "x.csv", text: "nü" });
});
