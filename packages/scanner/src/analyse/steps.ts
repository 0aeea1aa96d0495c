import type { LoadedPlugin } from "../plugins/loaded-plugin.ts";
import { controlsOf, linkersOf } from "../plugins/loaded-plugin.ts";
import { controlStep, linkStep, ruleStep } from "./protocol.ts";

/** One piece of a plugin's work in the thread that links and judges: what can fail by itself. */
export interface AnalysisStep {
  readonly name: string;
  readonly plugin: string;
  readonly stage: "link" | "judge";
  /** The control that it decides. */
  readonly control?: string;
}

export function stepsOf(plugins: readonly LoadedPlugin[]): readonly AnalysisStep[] {
  const steps: AnalysisStep[] = [];
  for (const plugin of plugins) {
    const { name } = plugin.plugin;
    for (const { linker } of linkersOf([plugin])) steps.push({ name: linkStep(linker.name), plugin: name, stage: "link" });
    for (const rule of plugin.plugin.analysis?.rules ?? []) steps.push({ name: ruleStep(rule.meta.id), plugin: name, stage: "judge" });
    for (const { control } of controlsOf(plugin)) steps.push({ name: controlStep(name, control), plugin: name, stage: "judge", control });
  }
  return steps;
}
