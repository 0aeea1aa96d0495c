import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, expect, test } from "vitest";

import { brokenLinks } from "./broken-links.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const elsewhere = new Set(["node_modules", ".runtime", ".nx", ".git", "dist", "fixtures"]);
const documents = globSync("**/*.md", { cwd: root, exclude: (name) => elsewhere.has(path.basename(name)) }).toSorted();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "muster-docs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the documents of the root are among those that are checked", () => {
  expect(documents).toEqual(expect.arrayContaining(["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"]));
});

test.each(documents)("every relative link of %s leads somewhere", (document) => {
  expect(brokenLinks(path.join(root, document))).toEqual([]);
});

test("a link to a missing file or heading is found, one in code is none", () => {
  const file = path.join(folder, "page.md");
  writeFileSync(path.join(folder, "other.md"), "# A `heading` here\n");
  writeFileSync(file, "# Page\n[a](other.md#a-heading-here) [b](missing.md) [c](other.md#gone) [d](#page) [e](https://example.org/x)\n\n```\n[f](nowhere.md)\n```\n");
  expect(brokenLinks(file)).toEqual([
    { file, target: "missing.md", reason: "no such file" },
    { file, target: "other.md#gone", reason: "no such heading" },
  ]);
});
