import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TemporaryFolder } from "../../test/temporary-folder.ts";
import { changesOf, writeChanges } from "./change-files.ts";
import type { FilePlan } from "./plan-fixes.ts";

const blobOf = (text: string): string => hash("sha1", `blob ${Buffer.byteLength(text)}\0${text}`, "hex");
const plan = (path: string, text: string): FilePlan => ({ path, blob: blobOf(text), edits: [{ span: { path, line: 1, column: 1, endLine: 1, endColumn: 2 }, text: "X" }] });

test("a file that changed between scan and mend, or between diff and writing, is refused; no file is written", () => {
  using folder = new TemporaryFolder({ "a.py": "a\n", "b.py": "b\n" });
  expect(() => changesOf(folder.path, [plan("a.py", "other\n")])).toThrow("a.py has changed since it was scanned: nothing was changed.");
  const changes = changesOf(folder.path, [plan("a.py", "a\n"), plan("b.py", "b\n")]);
  writeFileSync(folder.at("b.py"), "mine\n");
  expect(() => writeChanges(folder.path, changes)).toThrow("b.py has changed since it was scanned");
  expect(readFileSync(folder.at("a.py"), "utf8")).toBe("a\n");
  expect(readFileSync(folder.at("b.py"), "utf8")).toBe("mine\n");
  expect(readdirSync(folder.path).toSorted()).toEqual(["a.py", "b.py"]);
});

test("a link is never written through, in the last place or on the way", () => {
  using folder = new TemporaryFolder({ "out/a.py": "a\n" });
  mkdirSync(folder.at("tree"));
  symlinkSync(folder.at("out/a.py"), folder.at("tree/a.py"));
  symlinkSync(folder.at("out"), folder.at("tree/sub"));
  for (const path of ["a.py", "sub/a.py", "../out/a.py"]) expect(() => changesOf(folder.at("tree"), [plan(path, "a\n")]), path).toThrow("is no longer a plain file of this folder");
});

test("a byte order mark stays, and is no column", () => {
  using folder = new TemporaryFolder({ "a.py": "\ufeffa\n" });
  writeChanges(folder.path, changesOf(folder.path, [plan("a.py", "\ufeffa\n")]));
  expect(readFileSync(folder.at("a.py"), "utf8")).toBe("\ufeffX\n");
});
