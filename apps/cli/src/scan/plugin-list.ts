import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Json } from "@muster/contract";
import type { PluginSource } from "@muster/scanner";
import { builtinPlugins } from "../builtin-plugins.ts";
import { CommandError } from "../command-error.ts";
import type { LoadedConfiguration } from "../configuration/configuration.ts";
import { suggestion } from "../nearest.ts";

type Options = { readonly [key: string]: Json };

/** Options that tell a plugin about this machine. No configuration may set them: one of them names native code to load. */
const machineOptions: readonly string[] = ["hashKey", "nativeFolder"];

/**
 * The built-in plugins, then those that a configuration adds, each with its options. Without the operator's word none of
 * the latter is loaded. Throws `CommandError`.
 *
 * @param machine Options by plugin that stand above those of the configuration.
 * @param only Names of the built-in plugins that are wanted; all, and those that the configuration adds, without it.
 */
export function pluginSources(loaded: LoadedConfiguration | undefined, trusted: boolean, machine: Readonly<Record<string, Options>>, only?: readonly string[]): readonly PluginSource[] {
  const configured = new Map(Object.entries(loaded?.configuration.plugins ?? {}));
  const file = loaded?.file ?? "";
  for (const [name, { options }] of configured) {
    refuseMachineOptions(name, options ?? {}, file);
    if (loaded?.origin === "repository" && !trusted) refuseBelieved(name, options ?? {}, file);
  }
  const names = builtinPlugins.map((plugin) => plugin.name);
  const added = [...configured].filter(([name]) => !names.includes(name));
  if (added.length > 0 && !trusted && only === undefined) {
    const unknown = added.find(([, { from }]) => from === undefined)?.[0];
    if (unknown !== undefined) throw new CommandError(2, `The configuration ${file} sets options of a plugin that there is not: "${unknown}".${suggestion(unknown, names)}`, `Built in: ${names.join(", ")}.`);
    throw new CommandError(
      2,
      `The configuration ${file} names plugins: ${added.map(([name]) => JSON.stringify(name)).join(", ")}.`,
      "A plugin is code that runs with your rights, so it is loaded only with --trust-config.\nGive it if you trust this configuration and what it names; else remove the plugins from it.",
    );
  }
  const builtin = builtinPlugins.filter(({ name }) => only?.includes(name) ?? true).map((plugin): PluginSource => {
    const entry = configured.get(plugin.name);
    if (entry?.from !== undefined) throw new CommandError(2, `The configuration ${file} replaces the built-in plugin "${plugin.name}".`, `Give the plugin in plugins.${plugin.name}.from another name.`);
    return { specifier: plugin.url(), options: { ...entry?.options, ...machine[plugin.name] } };
  });
  if (only !== undefined) return builtin;
  return [...builtin, ...added.map(([name, { from, version, options }]): PluginSource => ({ specifier: resolvePlugin(name, from, file), options: options ?? {}, expected: { name, ...(version !== undefined && { version }) } }))];
}

/** Options that have a place of their own at the top of a configuration, where trust in them is checked. */
const topSettings: readonly string[] = ["guards", "routers"];

function refuseMachineOptions(name: string, options: Options, file: string): void {
  const misplaced = Object.keys(options).find((key) => topSettings.includes(key));
  if (misplaced !== undefined) throw new CommandError(2, `The configuration ${file} sets plugins.${name}.options.${misplaced}.`, `Write "${misplaced}" at the top of the configuration instead.`);
  const refused = Object.keys(options).find((key) => machineOptions.includes(key));
  if (refused !== undefined) throw new CommandError(2, `The configuration ${file} sets plugins.${name}.options.${refused}.`, "That is this installation's own, and cannot be configured. Remove it.");
}

/** Options that name what stands outside of the repository: controls then pass without proof. */
const believed: readonly string[] = ["gateway", "mesh"];

function refuseBelieved(name: string, options: Options, file: string): void {
  const said = Object.keys(options).find((key) => believed.includes(key));
  if (said === undefined) return;
  throw new CommandError(2, `The configuration ${file} sets plugins.${name}.options.${said}.`, "What it says counts without proof, and it comes from the scanned repository.\nGive --trust-config if you trust it, or keep it in a file of your own and name it with --config.");
}

function resolvePlugin(name: string, from: string | undefined, file: string): string {
  if (from === undefined) throw new CommandError(2, `The configuration ${file} does not say where the plugin "${name}" is.`, `Add plugins.${name}.from: a package or a file.`);
  if (from.startsWith(".") || path.isAbsolute(from)) {
    const place = path.resolve(path.dirname(file), from);
    if (!existsSync(place)) throw new CommandError(2, `The plugin "${name}" cannot be found: there is no file ${place}.`, `Correct plugins.${name}.from in ${file}.`);
    return pathToFileURL(place).href;
  }
  try {
    return pathToFileURL(createRequire(file).resolve(from)).href;
  } catch (cause) {
    throw new CommandError(2, `The plugin "${name}" cannot be found: no package ${JSON.stringify(from)} can be reached from ${file}.`, "Install it there, or give the path of its file.", { cause });
  }
}
