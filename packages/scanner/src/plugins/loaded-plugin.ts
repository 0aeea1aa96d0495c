import type { ControlJudge, Extractor, FileQuery, Json, Linker, Plugin, SourceFile } from "@muster/contract";

/** A plugin that took part in the checks of loading, with its options. */
export interface LoadedPlugin {
  readonly specifier: string;
  readonly plugin: Plugin;
  readonly options: Json;
}

/** An extractor with its plugin, as the whole scan refers to it. */
export interface BoundExtractor {
  readonly plugin: LoadedPlugin;
  readonly extractor: Extractor;
}

export interface BoundLinker {
  readonly plugin: LoadedPlugin;
  readonly linker: Linker;
}

export function extractorsOf(plugins: readonly LoadedPlugin[]): BoundExtractor[] {
  return plugins.flatMap((plugin) => (plugin.plugin.extractors ?? []).map((extractor) => ({ plugin, extractor })));
}

export function linkersOf(plugins: readonly LoadedPlugin[]): BoundLinker[] {
  return plugins.flatMap((plugin) => (plugin.plugin.linkers ?? []).map((linker) => ({ plugin, linker })));
}

export function controlsOf(plugin: LoadedPlugin): readonly ControlJudge[] {
  return plugin.plugin.analysis?.controls ?? [];
}

/** Whether a query asks for a file, its size aside. */
export function asksFor(query: FileQuery, file: SourceFile): boolean {
  if (query.roles !== undefined && !query.roles.includes(file.role)) return false;
  return query.extensions === undefined || query.extensions.some((extension) => file.path.endsWith(extension));
}

/** Whether a file is of a language that a linker links. */
export function isLinked(path: string, linkers: readonly BoundLinker[]): boolean {
  return linkers.some(({ linker }) => linker.extensions.some((extension) => path.endsWith(extension)));
}
