import { conditionsOf, spanOfPlace, type BranchCondition, type ConditionList } from "@muster/python";
import type { Route } from "./route-table.ts";

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
export function doubtAbout(attachment: Attachment, route: Route): string | undefined {
  if (attachment.maybe !== undefined) return attachment.maybe;
  const condition = conditionsOf(attachment.conditions).find((one) => one.otherwise?.kind !== "raise" && one.text !== "" && !dependsOn(route, one));
  return condition && `whether it is attached depends on: ${condition.holds ? "" : "not "}${condition.text}`;
}

function dependsOn(route: Route, condition: BranchCondition): boolean {
  const span = spanOfPlace(condition.place);
  return route.conditions.some((one) => one.holds === condition.holds && one.span.path === span.path && one.span.line === span.line && one.span.column === span.column);
}
