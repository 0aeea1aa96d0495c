import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { codeBlocks } from "./code-blocks.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const readme = read("README.md");
// `npm test` leaves a current stamp. Without one the launcher would first install, under the feet of the tests.
const isSetUp = existsSync(path.join(root, "node_modules/.muster/package-lock.json")) && read("node_modules/.muster/package-lock.json") === read("package-lock.json");

test("the two commands come first", () => {
  expect(codeBlocks(readme, "sh").slice(0, 2)).toEqual(["./muster scan path/to/repository", "npm test"]);
});

test("the configurations of the README are valid by the published schema", () => {
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(read("schemas/config.schema.json")));
  const examples = codeBlocks(readme, "json").map((text): unknown => JSON.parse(text));
  expect(examples).toHaveLength(4);
  for (const example of examples) {
    validate(example);
    expect(validate.errors).toBeNull();
  }
});

test.runIf(isSetUp && process.platform !== "win32")("the launcher answers with the version, from any folder", () => {
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  expect(execFileSync(path.join(root, "muster"), ["--version"], { cwd: "/", encoding: "utf8" })).toContain(version);
});

test.runIf(isSetUp && process.platform !== "win32")("the commands of the README are those of the program", () => {
  const help = execFileSync(path.join(root, "muster"), ["--help"], { encoding: "utf8" });
  const documented = [...readme.matchAll(/^\| `muster (\w+)/gmu)].map((row) => row[1] ?? "").filter((name) => name !== "setup");
  expect(documented).not.toHaveLength(0);
  for (const name of documented) expect(help).toMatch(new RegExp(`^  ${name} `, "mu"));
});
