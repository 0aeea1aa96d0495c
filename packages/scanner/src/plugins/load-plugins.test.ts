import { expect, test } from "vitest";
import { pluginFile } from "../../test/workbench.ts";
import { PluginLoadError } from "../plugin-load-error.ts";
import { loadPlugins } from "./load-plugins.ts";

const rule = (id: string, control = "AUTHN-01"): string => `{ meta: { id: "${id}", messages: {}, controls: ["${control}"] }, judge: () => [] }`;
const refuse = (...specifiers: string[]): Promise<unknown> => loadPlugins(specifiers.map((specifier) => ({ specifier }))).then(() => "loaded", (error: unknown) => (error instanceof PluginLoadError ? error.message : error));

test("a plugin of another contract is refused, and both sides are named", async () => {
  const newer = pluginFile("bola", "contract: 2").replace("", "");
  expect(await refuse(newer)).toContain('("bola") speaks contract 2; this Muster speaks 1. Upgrade Muster, or use an older version of the plugin.');
  expect(await refuse(pluginFile("bola", "contract: 0"))).toContain("Use a newer version of the plugin.");
});

test("two plugins, rules, extractors or linkers of one name are refused, and both sides are named", async () => {
  const first = pluginFile("auth", "");
  const second = pluginFile("auth", "");
  expect(await refuse(first, second)).toBe(`The plugin "auth" is there twice: in ${first} and in ${second}. Leave one of them out.`);
  const twice = pluginFile("auth", `analysis: { uses: [], controls: [], rules: [${rule("auth/a")}, ${rule("auth/a")}] }`);
  expect(await refuse(twice)).toBe(`The rule "auth/a" is there twice: in the plugin "auth" (${twice}) and in the plugin "auth" (${twice}). Leave one of them out.`);
  const extractors = pluginFile("auth", `extractors: [{ name: "auth/x", when: "always" }, { name: "auth/x", when: "always" }]`);
  expect(await refuse(extractors)).toContain('The extractor "auth/x" is there twice');
});

test("a rule or extractor under another plugin's name is refused", async () => {
  expect(await refuse(pluginFile("auth", `analysis: { uses: [], controls: [], rules: [${rule("bola/a")}] }`))).toContain('names an extractor or rule "bola/a". Such names begin with "auth/".');
});

test("what is missing or broken is refused with what to do", async () => {
  expect(await refuse("file:///nowhere/plugin.mjs")).toContain("could not be imported");
  expect(await refuse("@muster/plugin-auth")).toContain('is not named by the URL of its module. Resolve it first: import.meta.resolve("@muster/plugin-auth")');
  expect(await refuse(pluginFile("Auth!", ""))).toContain("has no name of lower-case letters, digits and hyphens");
  expect(await refuse(pluginFile("auth", "version: 1"))).toContain("has no version");
  expect(await refuse(pluginFile("auth", `analysis: { uses: ["none/x"], rules: [], controls: [] }`))).toContain('uses the facts of "none/x", and no loaded plugin has an extractor of that name');
  expect(await refuse(pluginFile("auth", `linkers: [{ name: "l", extractor: "auth/x" }], extractors: [{ name: "auth/x", when: "always" }]`))).toContain("no loaded plugin has an on-demand extractor of that name");
  expect(await refuse(pluginFile("auth", `analysis: { uses: [], controls: [], rules: [${rule("auth/a", "NONE-01")}] }`))).toContain('speaks of a control "NONE-01", which this Muster does not know');
});

test("options are held against the plugin's schema", async () => {
  const specifier = pluginFile("auth", `options: { type: "object", properties: { level: { type: "integer" } }, additionalProperties: false }`);
  await expect(loadPlugins([{ specifier, options: { level: "high", other: 1 } }])).rejects.toThrow('The options of the plugin "auth" do not fit its schema: options must NOT have additional properties, options/level must be integer. Correct them.');
  expect((await loadPlugins([{ specifier, options: { level: 1 } }]))[0]?.options).toEqual({ level: 1 });
  await expect(loadPlugins([{ specifier: pluginFile("auth", ""), options: { level: 1 } }])).rejects.toThrow("takes no options, and was given some. Remove them.");
});

test("options that fit the schema and cannot be used are refused once, with the plugin's own reason", async () => {
  const specifier = pluginFile("auth", `options: { type: "object" }, checkOptions: async ({ level }) => { if (level > 3) throw new Error("There is no level " + level + ". Take one up to 3."); }`);
  await expect(loadPlugins([{ specifier, options: { level: 4 } }])).rejects.toThrow('The options of the plugin "auth" cannot be used: There is no level 4. Take one up to 3.');
  expect(await loadPlugins([{ specifier, options: { level: 3 } }])).toHaveLength(1);
});

test("attributes are declared under the plugin's own name, with a type that there is", async () => {
  const declare = (attribute: string): Promise<unknown> => refuse(pluginFile("owners", `attributes: [${attribute}]`));
  expect(await declare(`{ name: "owners/team", type: "text", title: "Who." }`)).toBe("loaded");
  expect(await declare(`{ name: "auth/team", type: "text", title: "Who." }`)).toContain('declares an attribute "auth/team". Such names begin with "owners/"');
  expect(await declare(`{ name: "owners/team", type: "date", title: "Who." }`)).toContain('with the type "date". Types: text, number, flag.');
});

test("a plugin that is another than was asked for is refused, and both are named", async () => {
  const specifier = pluginFile("owners", "");
  const load = (expected: { readonly name: string; readonly version?: string }): Promise<unknown> => loadPlugins([{ specifier, expected }]).then(() => "loaded", (error: unknown) => (error instanceof PluginLoadError ? error.message : error));
  expect(await load({ name: "owners", version: "1" })).toBe("loaded");
  expect(await load({ name: "owners", version: "2" })).toBe(`The plugin "owners" 2 was asked for, and ${specifier} is "owners" 1. Name what is there, or install what was asked for.`);
  expect(await load({ name: "other" })).toContain('The plugin "other" was asked for');
});
