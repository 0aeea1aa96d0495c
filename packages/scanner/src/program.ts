import { hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LoadedPlugin } from "./plugins/loaded-plugin.ts";

/** The version of Muster: all its packages carry the same. */
export const version: string = readVersion();

function readVersion(): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return manifest.version;
}

/**
 * Tells one state of the program from another: what is cached holds for one alone. A release is told by its version;
 * run from source, the sources change under one version, so their times count too.
 */
export function programStamp(): string {
  const parts: unknown[] = [version, process.versions.node.split(".")[0]];
  if (import.meta.url.endsWith(".ts")) {
    const workspace = fileURLToPath(new URL("../../..", import.meta.url));
    for (const group of ["packages", "plugins"]) for (const name of namesIn(join(workspace, group))) stampFolder(join(workspace, group, name, "src"), parts);
  }
  return hash("sha1", JSON.stringify(parts));
}

/** The same of one plugin: by its files, as nobody raises a version while writing one. */
export function pluginStamp({ specifier, plugin }: LoadedPlugin): string {
  const parts: unknown[] = [plugin.name, plugin.version];
  if (specifier.startsWith("file:")) {
    stampFile(fileURLToPath(specifier), parts);
    for (const { library } of plugin.frameworks ?? []) if (library?.protocol === "file:") stampFolder(fileURLToPath(library), parts);
  }
  return hash("sha1", JSON.stringify(parts));
}

function stampFolder(folder: string, parts: unknown[]): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (name.endsWith(".ts") || name.endsWith(".py")) {
      if (!name.endsWith(".test.ts")) stampFile(path, parts);
    } else if (!name.includes(".")) stampFolder(path, parts);
  }
}

function stampFile(path: string, parts: unknown[]): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  parts.push(path, stats?.size, stats?.mtimeMs);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // No such folder: an installed package lies elsewhere, and its version tells it.
    return [];
  }
}
