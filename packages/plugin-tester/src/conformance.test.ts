import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { problemsOf } from "./conformance.ts";

const plugins = path.resolve(import.meta.dirname, "../../../plugins");

test.each(readdirSync(plugins))("plugins/%s is shaped as a plugin is", async (name) => {
  expect(await problemsOf(path.join(plugins, name))).toEqual([]);
});

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "muster-plugin-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A plugin on disk, sound but for what is given. */
function write(name: string, plugin: object, manifest: object = {}): string {
  const folder = path.join(root, name);
  mkdirSync(path.join(folder, "src"), { recursive: true });
  const sound = {
    name: `@muster/plugin-${name}`,
    version: "0.1.0",
    license: "Apache-2.0",
    type: "module",
    exports: { ".": { "@muster/source": "./src/index.ts", default: "./dist/index.js" } },
    scripts: { typecheck: "tsc", test: "vitest" },
    dependencies: { "@muster/contract": "*" },
  };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ ...sound, ...manifest }));
  writeFileSync(path.join(folder, "src/index.ts"), `export default ${JSON.stringify({ contract: 1, name, version: "1", ...plugin })};\n`);
  return folder;
}

const meta = { id: "sound/open", title: "t", why: "w", mend: "m", messages: { open: "open" }, controls: ["AUTHN-01"], owasp: ["API2"], cwe: [306], severity: "high", confidence: "high", stability: "stable" };
const analysis = (rule: object): object => ({ analysis: { uses: [], controls: [], rules: [{ meta: { ...meta, ...rule } }] } });

test("a sound plugin has no problems once its rules are in three places", async () => {
  const folder = write("sound", analysis({}));
  expect(await problemsOf(folder)).toEqual(["src/rules/open.ts", "src/rules/open.test.ts", "docs/open.md"].map((place) => `sound/open: ${place} is missing`));
  for (const place of ["src/rules/open.ts", "src/rules/open.test.ts", "docs/open.md"]) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), "");
  }
  expect(await problemsOf(folder)).toEqual([]);
});

test.each([
  ["another name than its folder's", { name: "other" }, {}, 'the plugin is named "other", and its folder "sound"'],
  ["another contract", { contract: 2 }, {}, "the plugin speaks contract 2, and this is 1"],
  ["an extractor of another plugin's name", { extractors: [{ name: "other/facts" }] }, {}, '"other/facts" does not begin with "sound/"'],
  ["a rule without prefix", analysis({ id: "other/open" }), {}, '"other/open" does not begin with "sound/"'],
  ["a control that nobody knows", analysis({ controls: ["AUTHN-99"] }), {}, "the catalogue has no control AUTHN-99"],
  ["a rule that says nothing", analysis({ mend: " " }), {}, "sound/open: its `mend` is empty"],
  ["a schema that is none", { options: { type: "objekt", additionalProperties: false } }, {}, "the schema of its options is not valid"],
  ["a schema that lets everything pass", { options: { type: "object" } }, {}, "set `additionalProperties: false`"],
  ["another package name", {}, { license: "MIT" }, "package.json: the licence is not Apache-2.0"],
  ["deep exports", {}, { exports: { ".": { "@muster/source": "./src/index.ts", default: "./dist/index.js" }, "./*": "./src/*" } }, "package.json: `exports` opens the inside by a pattern"],
  ["no tests", {}, { scripts: {} }, "package.json: the scripts `typecheck` and `test` must be there"],
])("a plugin with %s is refused", async (_, plugin, manifest, problem) => {
  expect(await problemsOf(write("sound", plugin, manifest))).toContainEqual(expect.stringContaining(problem));
});
