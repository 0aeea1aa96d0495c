import { compareSpans } from "@muster/contract";
import type { Condition, Span, Term, TraceExit } from "@muster/contract";
import { askedBy, TermLook } from "@muster/web/callers";
import { shapeOf } from "./boolean-shape.ts";
import { comparisonOf } from "./comparison.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { calledName } from "./query-methods.ts";
import { mentionsRole } from "./role.ts";
import type { Run } from "./run.ts";
import { isAmong } from "./same-condition.ts";
import { setByLayer } from "./set-by-layer.ts";
import { walk } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";
import { termText } from "./term-text.ts";

const deepest = 20;
const permission = /perm|role|allow|access|authori[sz]|privilege|^can_/i;
/** Statuses that turn a caller away: refused, or sent elsewhere. What 401 is said of is mostly that nobody is signed in, and 404 is said of objects too. */
const turningAway = new Set([401, 403, 302, 303, 307]);

/** Callers are turned away before the mutation, and what that hangs on is not known to be no check of them. */
export interface LostRefusal {
  readonly reason: string;
  readonly span: Span;
}

/**
 * A refusal that may be the very check, or one of a role: on a condition in force of which a part was lost; with 403, on one that speaks of no
 * object that was chosen (`if not may_manage(user): raise Forbidden`) or compares the object with what may be the caller; or on one that is not among
 * those of the refusal, as where an exception is caught and answered.
 */
export function lostRefusal(mutation: Mutation, conditions: readonly Condition[], { trace, index }: Run): LostRefusal | undefined {
  for (const condition of conditions) {
    const { otherwise, span } = condition;
    const text = `\`${condition.holds ? "" : "not "}${termText(condition.term)}\``;
    if (otherwise && otherwise.status === undefined && asksOfSomeRole(condition.term, index)) return { reason: `${text} is asked, and whose role that is could not be followed`, span };
    // Whatever the answer is: who is turned away by something of the caller that nobody chose may lack a role, or the standing in what a layer put on the request.
    if (otherwise && otherwise.status !== 429 && leavesOf(condition.term, index).some((leaf) => isStanding(leaf, index))) return { reason: `callers are turned away unless ${text}, and nothing shows that it is bound to the object`, span };
    const statuses = [otherwise?.status, ...trace.exits.filter((exit) => isOnOtherBranch(exit, condition, index)).map(({ status }) => status)];
    if (!statuses.some((status) => status !== undefined && turningAway.has(status))) {
      // Exceptions of the repository's own often tell no status.
      if (otherwise?.kind === "raise" && otherwise.status === undefined && leavesOf(condition.term, index).some((leaf) => isFlagOfCaller(leaf, index))) return { reason: `${text} is asked, and nothing shows that it is bound to the object`, span };
      continue;
    }
    for (const leaf of leavesOf(condition.term, index)) {
      const asked = whatIsAsked(leaf, statuses.includes(403), index);
      if (asked) return { reason: `callers are turned away unless ${text}, and ${asked}`, span };
    }
  }
  const exit = trace.exits.find(({ status, under, after }) => status === 403 && !after.includes(mutation.event.index) && under.every((condition) => isAmong(condition, conditions, index)));
  return exit && { reason: "callers are turned away with 403 on the way, and on what that hangs could not be followed", span: exit.span };
}

/** What one part of a condition may ask of callers; undefined where that is no more than that there is one, or nothing of them. */
function whatIsAsked(leaf: Term, isForbidden: boolean, index: TermIndex): string | undefined {
  const { credential, principal, key, selector } = index.of(leaf);
  const asked = principal ? askedBy(leaf, new TermLook()) : "unclear";
  // What is asked of a credential itself is who calls, however that is found out; of whom it found, a flag says more.
  if (credential && !(asked === "role" && leaf.kind === "attribute")) return undefined;
  if (asked !== "role" && asked !== "unclear" && asked !== "object") return undefined;
  // `kept.request.user.has_perm(…)`: a permission of somebody, and who that is was lost.
  if (!principal && !key && leaf.kind === "call" && permission.test(calledName(leaf))) return "whether that is asked of the caller could not be followed";
  if (asked !== "object" && (isLost(leaf, index) || isAnswerOfHelper(leaf, index))) return "what that asks could not be followed";
  if (!isForbidden) return undefined;
  if (!principal && key && comparesWithSomebody(leaf, index)) return "whether that is the caller could not be followed";
  return asked !== "object" && !key && !selector ? "nothing shows that it is bound to the object" : undefined;
}

/** A role of the caller's, or a row that joins the caller to what a layer before the handler set: `Member.objects.filter(user=user, team=request.team)`. */
function isStanding(leaf: Term, index: TermIndex): boolean {
  const { principal, credential, key, selector } = index.of(leaf);
  if (!principal || credential || key) return false;
  return setByLayer(leaf) !== undefined || (!selector && askedBy(leaf, new TermLook()) === "role");
}

/** `client.trusted`: something of whom the credential found that not everyone has. */
function isFlagOfCaller(leaf: Term, index: TermIndex): boolean {
  const { principal, key, selector } = index.of(leaf);
  return leaf.kind === "attribute" && principal && !key && !selector && askedBy(leaf, new TermLook()) === "role";
}

function leavesOf(term: Term, index: TermIndex, depth = 0): readonly Term[] {
  const shape = shapeOf(term, true);
  if ((shape.kind !== "all" && shape.kind !== "any") || depth > deepest || !index.spend(1)) return shape.kind === "constant" ? [] : [term];
  return shape.parts.flatMap((part) => leavesOf(part.term, index, depth + 1));
}

function isLost(term: Term, index: TermIndex): boolean {
  if (index.of(term).unknown || setByLayer(term)) return true;
  for (const part of walk(term)) if (part.kind === "call" && part.open && index.spend(1)) return true;
  return false;
}

/** `refused is not None`, where a helper answered `redirect(…)` or nothing: which of them it was, and why, was not kept. */
function isAnswerOfHelper(term: Term, index: TermIndex): boolean {
  const { principal, key, chosen } = index.of(term);
  return !principal && !key && !chosen && [...walk(term)].some((part) => part.kind === "either" && part.options.some(({ kind }) => kind === "const") && part.options.some(({ kind }) => kind !== "const"));
}

/** `user.id in managers_of(id)`, where the user was built of a row, and whose that is was lost: it is an object of its own, and not of the caller's choice. */
function comparesWithSomebody(term: Term, index: TermIndex): boolean {
  const comparison = comparisonOf(term, true);
  return comparison !== undefined && [comparison.left, comparison.right].some((side) => !index.of(side).key && !index.of(side).chosen && [...walk(side)].some((part) => part.kind === "instance"));
}

/** A role of somebody who is neither the caller, as far as is known, nor of the caller's choice. */
function asksOfSomeRole(term: Term, index: TermIndex): boolean {
  const { key, chosen, principal } = index.of(term);
  return !key && !chosen && !principal && mentionsRole(term);
}

function isOnOtherBranch(exit: TraceExit, condition: Condition, index: TermIndex): boolean {
  return exit.under.some((other) => other.holds !== condition.holds && compareSpans(other.span, condition.span) === 0 && index.of(other.term).id === index.of(condition.term).id);
}
