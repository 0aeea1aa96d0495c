import type { LoadedPlugin } from "../plugins/loaded-plugin.ts";
import { linkersOf } from "../plugins/loaded-plugin.ts";
import { controlStep, describeStep, linkStep, ruleStep, type Subject } from "./protocol.ts";

/** One piece of a plugin's work in the thread that links and judges: what can fail by itself. */
export interface AnalysisStep {
  readonly name: string;
  readonly plugin: string;
  readonly stage: "link" | "judge";
  /** The control that it decides. */
  readonly control?: string;
}

export function stepsOf(plugins: readonly LoadedPlugin[], subject: Subject = "tree"): readonly AnalysisStep[] {
  const steps: AnalysisStep[] = [];
  for (const plugin of plugins) {
    const { name } = plugin.plugin;
    const analysis = subject === "tree" ? plugin.plugin.analysis : plugin.plugin.history;
    if (subject === "tree") for (const { linker } of linkersOf([plugin])) steps.push({ name: linkStep(linker.name), plugin: name, stage: "link" });
    for (const rule of analysis?.rules ?? []) steps.push({ name: ruleStep(rule.meta.id), plugin: name, stage: "judge" });
    for (const { control } of analysis?.controls ?? []) steps.push({ name: controlStep(name, control), plugin: name, stage: "judge", control });
    if (subject === "tree" && analysis?.describe !== undefined) steps.push({ name: describeStep(name), plugin: name, stage: "judge" });
  }
  return steps;
}
