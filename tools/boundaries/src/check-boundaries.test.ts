import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { checkBoundaries } from "./check-boundaries.ts";

let root: string;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function pack(folder: string, dependencies: readonly string[] = [], more: object = {}): void {
  const name = `@muster/${path.posix.basename(folder)}`;
  const declared = Object.fromEntries(dependencies.map((dependency) => [dependency, "*"]));
  write(`${folder}/package.json`, JSON.stringify({ name, exports: { ".": "./src/index.ts" }, dependencies: declared, ...more }, undefined, 2));
}

function complaints(): readonly string[] {
  return checkBoundaries(root).violations.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "muster-boundaries-"));
  write("package.json", JSON.stringify({ workspaces: ["packages/*", "plugins/*", "apps/*", "tools/*"], devDependencies: { vitest: "*" } }));
  pack("packages/contract");
  pack("packages/scanner", ["@muster/contract", "piscina"]);
  pack("packages/python", ["@muster/contract"]);
  pack("plugins/flask", ["@muster/contract", "@muster/python"]);
  pack("apps/cli", ["@muster/scanner", "@muster/flask"]);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("imports along the arrows pass", () => {
  write("packages/scanner/src/index.ts", `import type { Plugin } from "@muster/contract";\nimport Piscina from "piscina";\nimport { readFile } from "node:fs/promises";\nimport "./other.ts";`);
  write("plugins/flask/src/index.ts", `export * from "@muster/python";`);
  write("plugins/flask/src/index.test.ts", `import { test } from "vitest";`);
  write("apps/cli/src/main.ts", `import { scan } from "@muster/scanner";\nimport flask from "@muster/flask";`);
  expect(checkBoundaries(root)).toEqual({ packages: 5, imports: 8, violations: [] });
});

test("the scanner may not import a plugin, even in a type", () => {
  pack("packages/scanner", ["@muster/contract"]);
  write("packages/scanner/src/index.ts", `\nexport type Flask = import("@muster/flask").Flask;`);
  expect(complaints()).toEqual([`packages/scanner/src/index.ts:2: "@muster/flask" is against the arrows: packages/scanner may import packages/contract, packages/patterns`]);
});

test("a dependency against the arrows is reported where it is declared", () => {
  pack("packages/contract", ["@muster/scanner"]);
  const [complaint] = complaints();
  expect(complaint).toMatch(/^packages\/contract\/package\.json:\d+: "@muster\/scanner" is against the arrows: packages\/contract imports no other package$/u);
});

test.each([
  [`import { x } from "@muster/contract/src/span.ts";`],
  [`export { x } from "@muster/contract/src/span.ts";`],
  [`const x = await import("@muster/contract/src/span.ts");`],
  [`const x = require("@muster/contract/src/span.ts");`],
  [`const x = import.meta.resolve("@muster/contract/src/span.ts");`],
  [`const x = createRequire(import.meta.url).resolve("@muster/contract/src/span.ts");`],
  [`const x = createRequire(import.meta.url)("@muster/contract/src/span.ts");`],
])("a deep path goes past the exports map: %s", (code) => {
  write("packages/python/src/index.ts", code);
  expect(complaints()).toEqual([`packages/python/src/index.ts:1: "@muster/contract/src/span.ts" goes past the exports map of @muster/contract, which has .`]);
});

test("an import in a comment or a string is none", () => {
  write("packages/python/src/index.ts", `// import "@muster/scanner";\nexport const text = 'import "@muster/scanner"';`);
  expect(complaints()).toEqual([]);
});

test("a library has one owner", () => {
  pack("packages/python", ["@muster/contract", "piscina"]);
  write("packages/python/src/index.ts", `import Piscina from "piscina";`);
  expect(complaints()).toEqual([
    expect.stringMatching(/^packages\/python\/package\.json:\d+: "piscina" belongs to packages\/scanner/u),
    `packages/python/src/index.ts:1: "piscina" belongs to packages/scanner: use what that package exports`,
  ]);
});

test("a relative path stays in its package, a worker's file too", () => {
  write("packages/python/src/index.ts", `import "../../contract/src/span.ts";\nnew Worker(new URL("../../scanner/src/worker.ts", import.meta.url));`);
  expect(complaints()).toEqual([
    `packages/python/src/index.ts:1: "../../contract/src/span.ts" leaves packages/python: import the other package by its name`,
    `packages/python/src/index.ts:2: "../../scanner/src/worker.ts" leaves packages/python: import the other package by its name`,
  ]);
});

test("what is imported is declared, for running code among the dependencies", () => {
  write("packages/python/src/index.ts", `import leftPad from "left-pad";\nimport { test } from "vitest";`);
  expect(complaints()).toEqual([
    `packages/python/src/index.ts:1: "left-pad" is not among the dependencies of packages/python/package.json`,
    `packages/python/src/index.ts:2: "vitest" is not among the dependencies of packages/python/package.json`,
  ]);
});

test("a plugin's tests may use the tester, its code may not", () => {
  pack("packages/plugin-tester", ["@muster/contract", "@muster/scanner"]);
  pack("plugins/flask", ["@muster/contract"], { devDependencies: { "@muster/plugin-tester": "*" } });
  write("plugins/flask/src/rule.test.ts", `import { run } from "@muster/plugin-tester";`);
  expect(complaints()).toEqual([]);
  write("plugins/flask/src/rule.ts", `import { run } from "@muster/plugin-tester";`);
  expect(complaints()).toEqual([expect.stringContaining(`plugins/flask/src/rule.ts:1: "@muster/plugin-tester" is against the arrows`)]);
});

test("a package that no arrow is drawn for may import nothing", () => {
  pack("packages/novel", ["@muster/contract"]);
  expect(complaints()).toEqual([expect.stringContaining("no arrow is drawn for packages/novel")]);
});

test("a file that cannot be parsed is reported", () => {
  write("packages/python/src/index.ts", `import {`);
  expect(complaints()).toEqual([expect.stringContaining("packages/python/src/index.ts:1: cannot be read")]);
});
