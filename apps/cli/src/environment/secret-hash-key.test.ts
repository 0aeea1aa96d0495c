import { statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TemporaryFolder } from "../../test/temporary-folder.ts";
import { secretHashKey } from "./secret-hash-key.ts";

test("the key is made once and kept", () => {
  using folder = new TemporaryFolder();
  const first = secretHashKey(folder.at("data/muster"));
  expect(first).toMatchObject({ status: "known", key: expect.stringMatching(/^[0-9a-f]{64}$/u) });
  expect(secretHashKey(folder.at("data/muster"))).toEqual(first);
});

test.skipIf(process.platform === "win32")("only its owner can read it", () => {
  using folder = new TemporaryFolder();
  secretHashKey(folder.path);
  expect(statSync(folder.at("secret-hash.key")).mode & 0o777).toBe(0o600);
});

test("a damaged key is not replaced in silence: hashes would change", () => {
  using folder = new TemporaryFolder();
  writeFileSync(folder.at("secret-hash.key"), "nonsense");
  expect(secretHashKey(folder.path)).toMatchObject({ status: "missing", reason: expect.stringContaining("remove it") });
});

test("a folder that cannot be made is told, not thrown", () => {
  using folder = new TemporaryFolder({ file: "" });
  expect(secretHashKey(folder.at("file/below"))).toMatchObject({ status: "missing" });
});
