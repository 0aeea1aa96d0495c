import { attributeTypes, contractVersion, controlCatalogue, type Json, type Plugin } from "@muster/contract";
import { PluginLoadError } from "../plugin-load-error.ts";
import type { PluginSource } from "../scan-request.ts";
import { extractorsOf, linkersOf, type LoadedPlugin } from "./loaded-plugin.ts";

/** Imports the plugins of a request and checks all that can be checked before a worker starts. */
export async function loadPlugins(sources: readonly PluginSource[]): Promise<readonly LoadedPlugin[]> {
  const loaded = await Promise.all(sources.map(load));
  refuseDuplicates("plugin", loaded.map(({ plugin, specifier }) => ({ name: plugin.name, owner: specifier })));
  refuseDuplicates("extractor", extractorsOf(loaded).map(({ plugin, extractor }) => ({ name: extractor.name, owner: named(plugin) })));
  refuseDuplicates("linker", linkersOf(loaded).map(({ plugin, linker }) => ({ name: linker.name, owner: named(plugin) })));
  refuseDuplicates("rule", loaded.flatMap((plugin) => (plugin.plugin.analysis?.rules ?? []).map((rule) => ({ name: rule.meta.id, owner: named(plugin) }))));
  checkReferences(loaded);
  return loaded;
}

async function load({ specifier, options = {}, expected }: PluginSource): Promise<LoadedPlugin> {
  if (!URL.canParse(specifier)) throw new PluginLoadError(`The plugin "${specifier}" is not named by the URL of its module. Resolve it first: import.meta.resolve("${specifier}").`);
  let module: { readonly default?: unknown };
  try {
    module = await import(specifier);
  } catch (cause) {
    throw new PluginLoadError(`The plugin ${specifier} could not be imported: ${messageOf(cause)}. Check that it is installed, and that it runs under Node ${process.versions.node}.`, { cause });
  }
  const plugin = asPlugin(module.default, specifier);
  if (expected !== undefined && (plugin.name !== expected.name || (expected.version !== undefined && plugin.version !== expected.version))) {
    const wanted = `"${expected.name}"${expected.version === undefined ? "" : ` ${expected.version}`}`;
    throw new PluginLoadError(`The plugin ${wanted} was asked for, and ${specifier} is "${plugin.name}" ${plugin.version}. Name what is there, or install what was asked for.`);
  }
  await checkOptions(plugin, specifier, options);
  return { specifier, plugin, options };
}

/** The parsing edge of plugins: what is checked here is trusted from here on. */
function asPlugin(value: unknown, specifier: string): Plugin {
  const refuse = (what: string): never => {
    throw new PluginLoadError(`The plugin ${specifier} ${what}`);
  };
  if (typeof value !== "object" || value === null) return refuse("has no default export that is a plugin. Export the plugin object as default.");
  const contract = "contract" in value ? value.contract : undefined;
  const name = "name" in value && typeof value.name === "string" ? value.name : undefined;
  if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) return refuse(`has no name of lower-case letters, digits and hyphens. Name it in its default export.`);
  if (contract !== contractVersion) {
    const newer = typeof contract === "number" && contract > contractVersion;
    return refuse(`("${name}") speaks contract ${String(contract)}; this Muster speaks ${contractVersion}. ${newer ? "Upgrade Muster, or use an older version of the plugin." : "Use a newer version of the plugin."}`);
  }
  if (!("version" in value) || typeof value.version !== "string") return refuse(`("${name}") has no version. State one in its default export: cached facts depend on it.`);
  const plugin = value as Plugin;
  const prefix = `${name}/`;
  for (const id of [...(plugin.extractors ?? []).map((extractor) => extractor.name), ...(plugin.analysis?.rules ?? []).map((rule) => rule.meta.id)]) {
    if (!id.startsWith(prefix)) return refuse(`("${name}") names an extractor or rule "${id}". Such names begin with "${prefix}".`);
  }
  for (const { name: attribute, type, title } of plugin.attributes ?? []) {
    if (typeof attribute !== "string" || !attribute.startsWith(prefix) || !/^[a-z0-9/_-]{1,100}$/.test(attribute)) return refuse(`("${name}") declares an attribute "${String(attribute)}". Such names begin with "${prefix}" and have up to 100 lower-case letters, digits and hyphens.`);
    if (!attributeTypes.includes(type) || typeof title !== "string") return refuse(`("${name}") declares the attribute "${attribute}" without a title, or with the type "${String(type)}". Types: ${attributeTypes.join(", ")}.`);
  }
  return plugin;
}

async function checkOptions(plugin: Plugin, specifier: string, options: Json): Promise<void> {
  const empty = typeof options === "object" && options !== null && Object.keys(options).length === 0;
  if (plugin.options === undefined) {
    if (!empty) throw new PluginLoadError(`The plugin "${plugin.name}" (${specifier}) takes no options, and was given some. Remove them.`);
    return;
  }
  // Loading the validator costs more than an unchanged scan: only where there is something to check.
  if (empty && plugin.options["required"] === undefined) return;
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  let validate;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  try {
    validate = ajv.compile(plugin.options);
  } catch (cause) {
    throw new PluginLoadError(`The plugin "${plugin.name}" (${specifier}) has an options schema that is not valid: ${messageOf(cause)}. Report it to its author.`, { cause });
  }
  if (!validate(options)) throw new PluginLoadError(`The options of the plugin "${plugin.name}" do not fit its schema: ${ajv.errorsText(validate.errors, { dataVar: "options" })}. Correct them.`);
  try {
    await plugin.checkOptions?.(options);
  } catch (cause) {
    throw new PluginLoadError(`The options of the plugin "${plugin.name}" cannot be used: ${messageOf(cause)}`, { cause });
  }
}

interface NamedThing {
  readonly name: string;
  readonly owner: string;
}

function refuseDuplicates(kind: string, things: readonly NamedThing[]): void {
  const owners = new Map<string, string>();
  for (const { name, owner } of things) {
    const other = owners.get(name);
    if (other !== undefined) throw new PluginLoadError(`The ${kind} "${name}" is there twice: in ${other} and in ${owner}. Leave one of them out.`);
    owners.set(name, owner);
  }
}

function checkReferences(plugins: readonly LoadedPlugin[]): void {
  const extractors = new Map(extractorsOf(plugins).map(({ extractor }) => [extractor.name, extractor]));
  const controls = new Set(controlCatalogue.map((control) => control.id));
  for (const { plugin, linker } of linkersOf(plugins)) {
    for (const name of [linker.extractor, ...(linker.documents === undefined ? [] : [linker.documents])]) {
      if (extractors.get(name)?.when !== "on-demand") throw new PluginLoadError(`The linker "${linker.name}" of ${named(plugin)} links the facts of "${name}", and no loaded plugin has an on-demand extractor of that name. Add the plugin that has it.`);
    }
  }
  for (const plugin of plugins) {
    const { analysis, history } = plugin.plugin;
    for (const name of [...(analysis?.uses ?? []), ...(history?.uses ?? [])]) {
      if (!extractors.has(name)) throw new PluginLoadError(`The analysis of ${named(plugin)} uses the facts of "${name}", and no loaded plugin has an extractor of that name. Add the plugin that has it.`);
    }
    for (const id of [analysis ?? [], history ?? []].flat().flatMap(({ controls: judges, rules }) => [...judges.map((judge) => judge.control), ...rules.flatMap((rule) => rule.meta.controls)])) {
      if (!controls.has(id)) throw new PluginLoadError(`${named(plugin)} speaks of a control "${id}", which this Muster does not know. Upgrade Muster, or correct the plugin.`);
    }
  }
}

function named({ plugin, specifier }: LoadedPlugin): string {
  return `the plugin "${plugin.name}" (${specifier})`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
