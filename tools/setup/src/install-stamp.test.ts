import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { readInstallStamp, stampCovers, writeInstallStamp } from "./install-stamp.mjs";
import { treeMatchesLock } from "./installed-tree.mjs";

let root: string;
const lockOf = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });
const writeLock = (packages: object): void => writeFileSync(path.join(root, "package-lock.json"), lockOf(packages));

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "muster-stamp-"));
  mkdirSync(path.join(root, "node_modules"));
  writeLock({});
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function install(packages: { readonly [place: string]: object }): void {
  writeFileSync(path.join(root, "node_modules", ".package-lock.json"), lockOf(packages));
  for (const place of Object.keys(packages)) {
    mkdirSync(path.join(root, place), { recursive: true });
    writeFileSync(path.join(root, place, "package.json"), "{}");
  }
}

test("a full installation is enough for a scan, and a scan's is not enough for tests", async () => {
  await writeInstallStamp(root, { node: "/node", version: "v24.0.0", extent: "all" });
  expect(stampCovers(readInstallStamp(root), "production")).toBe(true);
  await writeInstallStamp(root, { node: "/node", version: "v24.0.0", extent: "production" });
  expect(stampCovers(readInstallStamp(root), "production")).toBe(true);
  expect(stampCovers(readInstallStamp(root), "all")).toBe(false);
});

test("a changed lock file ends a stamp", async () => {
  await writeInstallStamp(root, { node: "/node", version: "v24.0.0", extent: "all" });
  writeLock({ "node_modules/a": { version: "1.0.0" } });
  expect(stampCovers(readInstallStamp(root), "production")).toBe(false);
});

test("what npm installed by itself needs no second installation", () => {
  writeLock({ "": {}, "packages/mine": {}, "node_modules/a": { version: "1.0.0", integrity: "x" }, "node_modules/tool": { version: "2.0.0", dev: true } });
  install({ "node_modules/a": { version: "1.0.0", integrity: "x" } });
  expect(treeMatchesLock(root, "production")).toBe(true);
  expect(treeMatchesLock(root, "all")).toBe(false);
});

test("a package of another version, or whose folder is gone, is not installed", () => {
  writeLock({ "node_modules/a": { version: "1.0.0", integrity: "x" } });
  install({ "node_modules/a": { version: "1.0.1", integrity: "y" } });
  expect(treeMatchesLock(root, "production")).toBe(false);
  install({ "node_modules/a": { version: "1.0.0", integrity: "x" } });
  rmSync(path.join(root, "node_modules", "a"), { recursive: true });
  expect(treeMatchesLock(root, "production")).toBe(false);
});

test("an optional package of another platform may be absent", () => {
  writeLock({ "node_modules/native-elsewhere": { version: "1.0.0", optional: true } });
  install({});
  expect(treeMatchesLock(root, "all")).toBe(true);
});
