import type { Analysis, ControlResult } from "@muster/contract";
import type { LoadedPlugin } from "../plugins/loaded-plugin.ts";

/** What controls say of a subject that was not looked at: the history, unless it was asked for; the tree, where there is none. */
export function unjudged(plugins: readonly LoadedPlugin[], looked: { readonly history: boolean; readonly tree: boolean }): ControlResult[] {
  const of = (pick: (plugin: LoadedPlugin) => Analysis | undefined, reason: string): ControlResult[] => plugins.flatMap((plugin) => (pick(plugin)?.controls ?? []).map(({ control }): ControlResult => ({ control, status: "indeterminate", reason, proof: [] })));
  return [
    ...(looked.history ? [] : of(({ plugin }) => plugin.history, "The history was not looked at: muster secrets --history does that.")),
    ...(looked.tree ? [] : of(({ plugin }) => plugin.analysis, "There is no work tree to look at.")),
  ];
}
