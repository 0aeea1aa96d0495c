import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { IdTable } from "./id-table.ts";

test.each([20, 32])("ids of %i bytes keep their numbers while the table grows, and find them again", (width) => {
  const table = new IdTable(width);
  const ids = Array.from({ length: 20_000 }, (_, index) => createHash(width === 20 ? "sha1" : "sha256").update(String(index)).digest("hex"));
  expect(ids.map((id) => table.addHex(id))).toEqual(ids.map((_, index) => index));
  expect(ids.map((id) => table.addHex(id))).toEqual(ids.map((_, index) => index));
  expect(table.hex(777)).toBe(ids[777]);
  expect(table.findHex("0".repeat(width * 2))).toBe(-1);
  const copy = new IdTable(width);
  copy.addAll(table.bytes());
  expect(ids.every((id, index) => copy.findHex(id) === index)).toBe(true);
});
