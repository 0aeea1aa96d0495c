import type { MountCondition } from "@muster/contract";
import { conditionsOf, spanOfPlace, type BranchCondition, type ConditionList } from "@muster/python";

/** Undecided conditions that a route depends on, outermost first. What only raises otherwise is no condition: without it nothing would run. */
export function mountConditions(lists: readonly (ConditionList | undefined)[]): MountCondition[] {
  const out: MountCondition[] = [];
  const seen = new Set<BranchCondition>();
  for (const list of lists) {
    for (const condition of conditionsOf(list)) {
      if (seen.has(condition) || condition.otherwise?.kind === "raise" || condition.text === "") continue;
      seen.add(condition);
      const span = spanOfPlace(condition.place);
      if (out.some((one) => one.text === condition.text && one.holds === condition.holds && one.span.line === span.line && one.span.path === span.path)) continue;
      out.push({ text: condition.text, holds: condition.holds, span });
    }
  }
  return out;
}
