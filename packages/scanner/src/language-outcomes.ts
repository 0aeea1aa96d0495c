import type { Outcome } from "@muster/contract";
import type { Discovery } from "./discover/discover.ts";
import { isLinked, type BoundLinker } from "./plugins/loaded-plugin.ts";

/** An empty model because there is nothing of the language must not look like one in which nothing was found. */
export function languageOutcomes(discovery: Discovery, linkers: readonly BoundLinker[]): Outcome[] {
  return linkers.flatMap(({ plugin, linker }): Outcome[] => {
    if (discovery.files.some((file) => isLinked(file.path, [{ plugin, linker }]))) return [];
    return [{ stage: "link", plugin: plugin.plugin.name, status: "skipped", reason: `There is no ${linker.extensions.join(" or ")} file: no endpoint was looked for. Check the path.` }];
  });
}
