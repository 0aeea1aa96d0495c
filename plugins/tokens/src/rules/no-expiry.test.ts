import { expect, test } from "vitest";
import { called, read, term, unknown } from "../../test/model.ts";
import { noExpiry } from "./no-expiry.ts";

test("claims that say who and not until when are reported", () => {
  expect(read(noExpiry, called("jwt.encode", 3, [{ sub: unknown }, unknown]), called("jwt.encode", 4, [{ sub: unknown, exp: unknown }, unknown]))).toEqual(["3 issued medium"]);
});

test("claims that are not all known, or say nothing of who signs in, are silent", () => {
  expect(read(noExpiry, called("jwt.encode", 3, [unknown, unknown]), called("jwt.encode", 4, [{ list: unknown }, unknown]), called("jwt.encode", 5, [{ ...term({ sub: unknown }), open: true }, unknown]))).toEqual([]);
});

test("a lifetime that a setting switches off is reported", () => {
  const setting = (value: unknown, line: number) => called("JWT_ACCESS_TOKEN_EXPIRES", line, [value], {}, { kind: "setting" });
  expect(read(noExpiry, setting(false, 3), setting(900, 4))).toEqual(["3 setting medium"]);
});
