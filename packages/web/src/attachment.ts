import type { MountCondition } from "@muster/contract";
import { conditionsOf, spanOfPlace, type BranchCondition, type ConditionList } from "@muster/python";

/** What attaches a guard: it may be there only under conditions that evaluation could not decide. */
export interface Attachment {
  readonly conditions?: ConditionList | undefined;
  /** It is in one of several lists of which one is used. */
  readonly maybe?: string;
}

/**
 * Why it is not certain that a guard stands before a route; undefined where it is. A condition that the route depends
 * on as well is no doubt: where there is no guard, there is no route.
 */
export function doubtAbout(attachment: Attachment, route: { readonly conditions: readonly MountCondition[] }): string | undefined {
  if (attachment.maybe !== undefined) return attachment.maybe;
  const condition = conditionsOf(attachment.conditions).find((one) => one.otherwise?.kind !== "raise" && one.text !== "" && !dependsOn(route.conditions, one));
  return condition && `whether it is attached depends on: ${condition.holds ? "" : "not "}${condition.text}`;
}

function dependsOn(conditions: readonly MountCondition[], condition: BranchCondition): boolean {
  const span = spanOfPlace(condition.place);
  return conditions.some((one) => one.holds === condition.holds && one.span.path === span.path && one.span.line === span.line && one.span.column === span.column);
}
