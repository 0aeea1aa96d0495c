import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Json, Plugin } from "@muster/contract";
import type { BoundPlugin } from "./run-plugins.ts";

/** A plugin's package. */
export interface PluginPackage {
  readonly folder: string;
  /** As in its `package.json`. */
  readonly name: string;
}

/** A plugin that is imported here, and can be by its URL elsewhere. */
export interface NamedPlugin extends BoundPlugin {
  readonly specifier: string;
}

/** The package in which a file lies: the nearest folder above it with a `package.json`. */
export function packageAround(url: string): PluginPackage {
  const start = path.dirname(fileURLToPath(url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, "package.json");
    if (existsSync(manifest)) return { folder, name: (JSON.parse(readFileSync(manifest, "utf8")) as { readonly name: string }).name };
    if (folder === path.dirname(folder)) throw new Error(`No package.json lies above ${start}. Call this from a file of the plugin's package.`);
  }
}

/** Imports a plugin by the name under which a package knows it: itself, or one of its dependencies. */
export async function loadPlugin(from: PluginPackage, name: string, options: Json = {}): Promise<NamedPlugin> {
  let file: string;
  try {
    file = createRequire(path.join(from.folder, "package.json")).resolve(name);
  } catch (cause) {
    throw new Error(`The plugin ${name} is not there for ${from.name}. Add it to the dependencies of its package.json.`, { cause });
  }
  const specifier = pathToFileURL(file).href;
  const module = (await import(/* @vite-ignore */ specifier)) as { readonly default?: Plugin };
  if (module.default === undefined) throw new Error(`The module ${name} has no default export. Export the plugin object as default.`);
  return { specifier, plugin: module.default, options };
}
