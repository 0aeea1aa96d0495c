import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/** A file that is written from the folders, and never by hand. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Names of the folders under `plugins/`, sorted. */
function pluginNames(): string[] {
  return readdirSync(path.join(root, "plugins"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The command's list of built-in plugins, and its dependencies on them. */
export function pluginLists(): readonly GeneratedFile[] {
  const names = pluginNames();
  return [builtinPlugins(names), dependencies(names)];
}

function builtinPlugins(names: readonly string[]): GeneratedFile {
  const entries = [`  { name: "python", url: () => import.meta.resolve("@muster/python/plugin") },`, ...names.map((name) => `  { name: ${JSON.stringify(name)}, url: () => import.meta.resolve("@muster/plugin-${name}") },`)];
  const text = `/** A plugin that comes with Muster. */
export interface BuiltinPlugin {
  readonly name: string;
  /** URL of the module whose default export it is. Throws where the package is not installed. */
  url(): string;
}

/** Written by \`npm run generate -w @muster/generate\` from the folders under plugins/: the language, then its plugins by name. */
export const builtinPlugins: readonly BuiltinPlugin[] = [
${entries.join("\n")}
];
`;
  return { path: path.join(root, "apps/cli/src/builtin-plugins.ts"), text };
}

function dependencies(names: readonly string[]): GeneratedFile {
  const place = path.join(root, "apps/cli/package.json");
  const manifest = JSON.parse(readFileSync(place, "utf8")) as { dependencies: Record<string, string> };
  const others = Object.entries(manifest.dependencies).filter(([name]) => !name.startsWith("@muster/plugin-"));
  const all = [...others, ...names.map((name): [string, string] => [`@muster/plugin-${name}`, "*"])].sort(([a], [b]) => (a < b ? -1 : 1));
  // One line, as `exports` stands in all manifests.
  const text = JSON.stringify({ ...manifest, dependencies: Object.fromEntries(all) }, undefined, 2).replace(/"exports": \{\s+"\.": \{\s+("[^"]+": "[^"]+"),\s+("[^"]+": "[^"]+")\s+\}\s+\}/, '"exports": { ".": { $1, $2 } }');
  return { path: place, text: `${text}\n` };
}
