import { compareSpans } from "@muster/contract";
import type { Condition, TraceExit } from "@muster/contract";
import type { Run } from "./run.ts";
import type { TermIndex } from "./term-index.ts";
import { walk } from "./term-index.ts";

/** Statuses that turn a caller away: refused, or sent elsewhere to sign in. 404 is said of objects too. */
const turningAway = new Set([401, 403, 302, 303, 307]);

/**
 * A condition in force of which a part was lost, where callers for whom it does not hold are turned away:
 * `if is_admin(): return f(…)`, and else `abort(403)`. It may be the very check, or one of a role.
 */
export function lostRefusal(conditions: readonly Condition[], { trace, index }: Run): Condition | undefined {
  return conditions.find((condition) => isLost(condition, index) && (isTurnedAway(condition.otherwise?.status) || trace.exits.some((exit) => isTurnedAway(exit.status) && isOnOtherBranch(exit, condition, index))));
}

/** What is asked of a credential itself is who calls, however that is found out. */
function isLost({ term }: Condition, index: TermIndex): boolean {
  const { credential, unknown } = index.of(term);
  if (credential) return false;
  if (unknown) return true;
  for (const part of walk(term)) if (part.kind === "call" && part.open && index.spend(1)) return true;
  return false;
}

function isTurnedAway(status: number | undefined): boolean {
  return status !== undefined && turningAway.has(status);
}

function isOnOtherBranch(exit: TraceExit, condition: Condition, index: TermIndex): boolean {
  return exit.under.some((other) => other.holds !== condition.holds && compareSpans(other.span, condition.span) === 0 && index.of(other.term).id === index.of(condition.term).id);
}
