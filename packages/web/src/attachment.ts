import type { MountCondition } from "@muster/contract";
import { conditionByDefault, conditionsOf, spanOfPlace, type BranchCondition, type ConditionList } from "@muster/python";

/** What attaches a guard: it may be there only under conditions that evaluation could not decide. */
export interface Attachment {
  readonly conditions?: ConditionList | undefined;
  /** It is in one of several lists of which one is used. */
  readonly maybe?: string;
}

/** Whether a guard stands before a route: for certain, perhaps, or as far as the environment leaves a default in force. */
export type Presence =
  | { readonly kind: "certain" }
  | { readonly kind: "doubtful"; readonly reason: string }
  | { readonly kind: "by-default"; readonly there: boolean; readonly condition: BranchCondition; readonly text: string };

/**
 * Whether a guard stands before a route. A condition that the route depends on as well is no doubt: where there is no guard, there is
 * no route. One on the environment counts by its default: a guard is there only by one that the code states itself.
 */
export function presenceOf(attachment: Attachment, route: { readonly conditions: readonly MountCondition[] }): Presence {
  if (attachment.maybe !== undefined) return { kind: "doubtful", reason: attachment.maybe };
  const open = conditionsOf(attachment.conditions).filter((one) => one.otherwise?.kind !== "raise" && one.text !== "" && !dependsOn(route.conditions, one));
  let there: Presence = { kind: "certain" };
  let absent: Presence | undefined;
  for (const condition of open) {
    const text = `${condition.holds ? "" : "not "}${condition.text}`;
    const known = conditionByDefault(condition.value);
    const holds = known && known.holds === condition.holds;
    if (known && holds === false) absent ??= { kind: "by-default", there: false, condition, text };
    else if (holds !== true || !known?.written) return { kind: "doubtful", reason: `whether it is attached depends on: ${text}` };
    else if (there.kind === "certain") there = { kind: "by-default", there: true, condition, text };
  }
  return absent ?? there;
}

/** Why it is not certain that a guard stands before a route; undefined where it is. */
export function doubtAbout(attachment: Attachment, route: { readonly conditions: readonly MountCondition[] }): string | undefined {
  const presence = presenceOf(attachment, route);
  switch (presence.kind) {
    case "certain":
      return undefined;
    case "doubtful":
      return presence.reason;
    case "by-default":
      return `whether it is attached depends on: ${presence.text}`;
    default:
      return presence satisfies never;
  }
}

function dependsOn(conditions: readonly MountCondition[], condition: BranchCondition): boolean {
  const span = spanOfPlace(condition.place);
  return conditions.some((one) => one.holds === condition.holds && one.span.path === span.path && one.span.line === span.line && one.span.column === span.column);
}
