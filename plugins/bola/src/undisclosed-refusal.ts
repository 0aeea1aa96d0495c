import type { CallTerm, Condition } from "@muster/contract";
import { judgeCondition } from "./judge-condition.ts";
import type { Anchors } from "./anchors.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { calledName } from "./query-methods.ts";
import type { Run } from "./run.ts";

/** Calls that end a request, by the names that code gives them: `raise_flask_error(403)`, `abort_with(…)`, `self.fail(…)`. */
const ending = /^_*(?:raise|abort|fail|deny|reject|forbid|refuse|throw|http_error|bail|unauthori[sz]ed|forbidden|permission_denied|access_denied)/i;

/** A check, and the call that was not followed on the branch where it fails. */
export interface Refusal {
  readonly check: Condition;
  readonly call: CallTerm;
}

/**
 * A check that ties object and caller where it holds, and where it does not, a call from outside the repository that by its
 * name ends the request: `if item.owner_id != user.id: raise_error(403)`. Whether it does is not seen.
 */
export function undisclosedRefusal(mutation: Mutation, { trace, index }: Run, anchors: Anchors): Refusal | undefined {
  for (const event of trace.events) {
    if (event.index >= mutation.event.index) return undefined;
    if (event.kind !== "call" || event.call.callee.kind === "unknown" || !ending.test(calledName(event.call))) continue;
    const check = event.under.findLast((condition) => {
      const tie = judgeCondition(condition.term, !condition.holds, { index, anchors, span: condition.span, rejects: true });
      return tie.kind === "tied" || tie.kind === "role" || tie.kind === "opaque";
    });
    if (check) return { check, call: event.call };
  }
  return undefined;
}
