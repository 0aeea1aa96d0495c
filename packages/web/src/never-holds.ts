import type { Term } from "@muster/contract";
import { absentByDefault, conditionsOf, termOf, type ConditionList } from "@muster/python";

/** Whether these conditions cannot hold together: one asks for what another rules out. Told of the process's environment alone, which is the same at each place. */
export function neverHolds(lists: readonly (ConditionList | undefined)[]): boolean {
  const seen = new Map<string, boolean>();
  for (const list of lists) {
    for (const { value, holds } of conditionsOf(list)) {
      const term = termOf(value);
      if (!saysEnvironment(term)) continue;
      const key = JSON.stringify(term);
      if (seen.get(key) === !holds) return true;
      seen.set(key, holds);
    }
  }
  return false;
}

/** A comparison of a variable of the environment with constants. */
function saysEnvironment(term: Term): boolean {
  switch (term.kind) {
    case "item":
      return term.of.kind === "symbol" && (term.of.name === "os.environ" || term.of.name === absentByDefault) && term.key.kind === "const";
    case "operation":
      return term.operands.some(saysEnvironment) && term.operands.every((operand) => operand.kind === "const" || saysEnvironment(operand));
    default:
      return false;
  }
}
