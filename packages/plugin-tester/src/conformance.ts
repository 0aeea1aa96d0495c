import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { contractVersion, controlCatalogue, type Plugin, type RuleMeta } from "@muster/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import { loadPlugin } from "./engine/load-plugin.ts";

/** What is wrong with the shape of a plugin's folder, one sentence each; nothing where it is as all others are. */
export async function problemsOf(folder: string): Promise<string[]> {
  const name = path.basename(folder);
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  const { plugin } = await loadPlugin({ folder, name: manifest.name }, manifest.name);
  return [...problemsOfManifest(name, manifest), ...problemsOfPlugin(name, plugin), ...(plugin.analysis?.rules ?? []).flatMap(({ meta }) => problemsOfRule(folder, meta))];
}

interface Manifest {
  readonly name: string;
  readonly type?: string;
  readonly license?: string;
  readonly version?: string;
  readonly exports?: { readonly "."?: { readonly "@muster/source"?: string; readonly default?: string } };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function problemsOfManifest(folder: string, manifest: Manifest): string[] {
  const entry = manifest.exports?.["."];
  return problems([
    [manifest.name === `@muster/plugin-${folder}`, `package.json: the name is "${manifest.name}", and the folder asks for "@muster/plugin-${folder}"`],
    [manifest.type === "module", 'package.json: `"type": "module"` is missing'],
    [manifest.license === "Apache-2.0", "package.json: the licence is not Apache-2.0"],
    [manifest.version !== undefined, "package.json: there is no version"],
    [entry?.["@muster/source"] === "./src/index.ts" && entry.default === "./dist/index.js", "package.json: `exports` must offer ./src/index.ts under `@muster/source` and ./dist/index.js by default"],
    [Object.keys(manifest.exports ?? {}).every((key) => !key.includes("*")), "package.json: `exports` opens the inside by a pattern"],
    [manifest.scripts?.["typecheck"] !== undefined && manifest.scripts["test"] !== undefined, "package.json: the scripts `typecheck` and `test` must be there"],
    [manifest.dependencies?.["@muster/contract"] !== undefined, "package.json: a plugin depends on @muster/contract"],
  ]);
}

function problemsOfPlugin(folder: string, plugin: Plugin): string[] {
  const names = [...(plugin.extractors ?? []).map((extractor) => extractor.name), ...(plugin.analysis?.rules ?? []).map((rule) => rule.meta.id)];
  const controls = new Set(controlCatalogue.map((control) => control.id));
  const asked = [...(plugin.analysis?.controls ?? []).map((judge) => judge.control), ...(plugin.analysis?.rules ?? []).flatMap((rule) => rule.meta.controls)];
  return [
    ...problems([
      [plugin.contract === contractVersion, `the plugin speaks contract ${String(plugin.contract)}, and this is ${contractVersion}`],
      [plugin.name === folder, `the plugin is named "${plugin.name}", and its folder "${folder}"`],
      [plugin.version !== "", "the plugin has no version"],
      [new Set(names).size === names.length, `a name is there twice among ${names.join(", ")}`],
    ]),
    ...names.filter((name) => !name.startsWith(`${folder}/`)).map((name) => `"${name}" does not begin with "${folder}/"`),
    ...asked.filter((id) => !controls.has(id)).map((id) => `the catalogue has no control ${id}`),
    ...problemsOfSchema(plugin),
  ];
}

function problemsOfSchema({ options }: Plugin): string[] {
  if (options === undefined) return [];
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  try {
    ajv.compile(options);
  } catch (error) {
    return [`the schema of its options is not valid: ${error instanceof Error ? error.message : String(error)}`];
  }
  return problems([[options["additionalProperties"] === false, "the schema of its options lets misspelled ones pass: set `additionalProperties: false`"]]);
}

/** One name in three places, and metadata that says something. */
function problemsOfRule(folder: string, meta: RuleMeta): string[] {
  const name = meta.id.slice(meta.id.indexOf("/") + 1);
  const places = [`src/rules/${name}.ts`, `src/rules/${name}.test.ts`, `docs/${name}.md`];
  const texts = { title: meta.title, why: meta.why, mend: meta.mend };
  return [
    ...places.filter((place) => !existsSync(path.join(folder, place))).map((place) => `${meta.id}: ${place} is missing`),
    ...Object.entries(texts).flatMap(([key, text]) => (text.trim() === "" ? [`${meta.id}: its \`${key}\` is empty`] : [])),
    ...problems([
      [Object.keys(meta.messages).length > 0, `${meta.id}: has no message`],
      [meta.controls.length > 0, `${meta.id}: supports no control`],
      [meta.owasp.every((id) => /^API(?:[1-9]|10)$/.test(id)), `${meta.id}: its OWASP ids are not API1 to API10`],
    ]),
  ];
}

function problems(checks: readonly (readonly [holds: boolean, problem: string])[]): string[] {
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}
