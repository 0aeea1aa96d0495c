import { partsOf, type CallTerm, type Span, type Term } from "@muster/contract";
import type { Anchors } from "./anchors.ts";
import { shapeOf } from "./boolean-shape.ts";
import { comparisonOf, truthOf } from "./comparison.ts";
import { judgeLookup } from "./judge-lookup.ts";
import { gradeByName } from "./ownership/column-grade.ts";
import { calledName, queryRole } from "./query-methods.ts";
import { mentionsRole, roleOf } from "./role.ts";
import { walk } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";
import { termText } from "./term-text.ts";
import { allOf, noTie, oneOf, someOf } from "./tie.ts";
import type { Hint, Tie } from "./tie.ts";

const deepest = 60;
const refusing = /forbid|deny|denied|block|banned|reject|unauthori[sz]ed/i;
const loading = /^_?a?(?:get|load|fetch|find|read|retrieve|lookup|select|query|create|update|save|build|resolve)(?:_|$)/i;
/** Names of calls that ask whether something may be done. */
export const permitting: RegExp = /perm|can_|allow|auth|access|check|verify|ensure|enforce|owner|belongs|is_mine|guard|require|assert|valid|polic/i;

/** What a condition is judged by. */
export interface ConditionScope {
  readonly index: TermIndex;
  /** What stands for the object that is touched. */
  readonly anchors: Anchors;
  readonly span: Span;
  /** True where the other branch may be there to turn a caller away. */
  readonly rejects: boolean;
}

/** What it says of object and caller that `term` is true, or false where `holds` is. */
export function judgeCondition(term: Term, holds: boolean, scope: ConditionScope, depth = 0): Tie {
  if (depth > deepest || !scope.index.spend(1)) return { kind: "opaque", reason: "a condition is too large to take apart", span: scope.span };
  const shape = shapeOf(term, holds);
  switch (shape.kind) {
    case "constant":
      return shape.holds ? noTie : { kind: "never" };
    case "all":
      return allOf(shape.parts.map((part) => judgeCondition(part.term, part.holds, scope, depth + 1)));
    case "any":
      return judgeAny(term, shape.parts, scope, depth);
    case "some":
      return judgeSome(term, shape.parts, scope, depth);
    case "leaf":
      break;
    default:
      return shape satisfies never;
  }
  const truth = truthOf(term, holds);
  if (truth) return judgeCondition(truth.term, truth.holds, scope, depth + 1);
  const comparison = comparisonOf(term, holds);
  if (comparison) return comparison.holds ? judgeEquality(term, comparison.left, comparison.right, scope) : noTie;
  return judgeTruth(term, holds, scope);
}

/**
 * One of them holds. `if item.owner and item.owner != user: reject` lets past what has no owner, which is shown, and ties all else.
 */
function judgeAny(term: Term, parts: readonly { readonly term: Term; readonly holds: boolean }[], scope: ConditionScope, depth: number): Tie {
  const judged = parts.map((part) => ({ part, tie: judgeCondition(part.term, part.holds, scope, depth + 1) }));
  const absent = (part: { readonly term: Term; readonly holds: boolean }): boolean =>
    isAbsence(part.term, part.holds) && !scope.index.of(part.term).principal && judged.some((other) => other.tie.kind === "tied" && other.part !== part && holdsEach(other.part.term, presenceOf(part.term), scope.index));
  const tiesSome = judged.some(({ tie }) => tie.kind === "tied");
  const ties = judged.map(({ part, tie }): Tie => {
    if (tie.kind !== "none") return tie;
    if (absent(part)) return { kind: "role", role: `no ${termText(presenceOf(part.term))}`, administrative: true, span: scope.span };
    // Beside what ties, something of neither the object nor the caller nor what was sent: a role, as far as is known, of a caller that was lost on the way.
    // Beside what ties, a role that callers do not have to have: `if user.role == "junior" and item.owner != user: reject`.
    if (tiesSome && letsPastByRole(part.term, part.holds, scope.index)) return { kind: "opaque", reason: `callers of whom \`${part.holds ? "" : "not "}${termText(part.term)}\` are let past, and whether their role lets them touch the object could not be followed`, span: scope.span };
    return tiesSome && speaksOfNeither(part.term, scope) ? { kind: "opaque", reason: `\`${termText(part.term)}\` lets past too, and whether that is about the caller could not be followed`, span: scope.span } : tie;
  });
  const isCertain = judged.every(({ part }, position) => ties[position]?.kind !== "none" || asksOfOther(part.term, scope));
  return oneOf(ties, { span: scope.span, term, ...(isCertain && { isCertain }) });
}

/** `Member.objects.filter(user=user, workspace=workspace_id)`: how the caller stands to something else that was chosen. */
function asksOfOther(term: Term, { index, anchors }: ConditionScope): boolean {
  const seen = new Set<Term>();
  const stack: Term[] = [term];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const { principal, key } = index.of(part);
    // Nothing in what does not hold the caller holds the caller.
    if (!principal || seen.has(part)) continue;
    seen.add(part);
    if (key && part.kind === "call" && queryRole(part) !== "other" && !anchors.holds(part)) return true;
    stack.push(...partsOf(part));
  }
  return false;
}

/** It is a role that callers do not have which lets them past: whoever is no junior, and no member of low rank. */
function letsPastByRole(term: Term, holds: boolean, index: TermIndex): boolean {
  if (!index.of(term).principal || !mentionsRole(term)) return false;
  const truth = truthOf(term, holds);
  if (truth) return letsPastByRole(truth.term, truth.holds, index);
  if (term.kind === "operation" && term.operator === "not") return term.operands.some((operand) => letsPastByRole(operand, !holds, index));
  const comparison = comparisonOf(term, holds);
  return comparison ? !comparison.holds : !holds;
}

function speaksOfNeither(term: Term, scope: ConditionScope): boolean {
  const { principal, key, chosen } = scope.index.of(term);
  return !principal && !key && !chosen && !scope.anchors.holds(term) && !isConstant(term);
}

/** Whether a term holds another; of one that is known as one of several, each: what is read off it is read off each. */
function holdsEach(term: Term, held: Term, index: TermIndex): boolean {
  const ids = new Set([...walk(term)].map((inner) => index.of(inner).id));
  return (held.kind === "either" ? held.options : [held]).every((option) => ids.has(index.of(option).id));
}

/** `not x`, `x is None`: there is none. */
function isAbsence(term: Term, holds: boolean): boolean {
  const truth = truthOf(term, holds);
  return truth ? !truth.holds : !holds && term.kind !== "operation" && term.kind !== "const";
}

function presenceOf(term: Term): Term {
  return truthOf(term, true)?.term ?? term;
}

/** The answer of a helper with several ends. `True` by itself does not say why it was given. */
function judgeSome(term: Term, parts: readonly { readonly term: Term; readonly holds: boolean }[], scope: ConditionScope, depth: number): Tie {
  const place = { span: scope.span, term };
  const tie = someOf(
    parts.map((part) => judgeCondition(part.term, part.holds, scope, depth + 1)),
    place,
  );
  const answers = parts.flatMap((part) => (part.term.kind === "const" ? [Boolean(part.term.value) === part.holds] : []));
  const isBare = answers.length === parts.length && answers.includes(false);
  if (tie.kind !== "none" || !answers.includes(true) || !(scope.rejects || isBare)) return tie;
  return { kind: "opaque", reason: "what a helper answered could not be followed to why it did", span: scope.span };
}

function judgeEquality(term: Term, left: Term, right: Term, scope: ConditionScope): Tie {
  const facts = scope.index.of(term);
  const sides = [left, right].map((side) => ({ term: side, principal: scope.index.of(side).principal, anchored: scope.anchors.holds(side) }));
  const [first, second] = sides;
  if (!first || !second) return noTie;
  // An object that was asked for by the caller holds the caller too: compared with a third thing, it is tied by how it was found, if at all.
  if ((first.anchored && second.principal && !second.anchored) || (second.anchored && first.principal && !first.anchored)) return tied(term, scope);
  const both = sides.find((side) => side.principal && side.anchored);
  if (both) return judgeFound(both.term, scope);
  if (facts.principal && sides.every((side) => side.principal || isConstant(side.term))) return judgeRole(term, scope);
  if (facts.unknown && (facts.principal || sides.some((side) => side.anchored && isOwnerColumn(side.term)))) {
    return { kind: "opaque", reason: `one side of \`${termText(term)}\` could not be followed`, span: scope.span };
  }
  const other = sides.find((side) => !side.principal);
  if (!facts.principal || !other) return noTie;
  const hint: Hint = { kind: isLookedUp(other.term) || !scope.index.of(other.term).chosen ? "other-object" : "body-owner", span: scope.span, term };
  return { kind: "none", hints: [hint] };
}

/** A value that is true or false by itself: a row that was found, a permission call's answer, a flag of the caller. */
function judgeTruth(term: Term, holds: boolean, scope: ConditionScope): Tie {
  const facts = scope.index.of(term);
  if (facts.principal && scope.anchors.holds(term)) {
    if (holds) return judgeFound(term, scope);
    return term.kind === "call" && refusing.test(calledName(term)) ? tied(term, scope) : noTie;
  }
  if (facts.principal) return holds ? judgeRole(term, scope) : noTie;
  // A rejection whose condition was lost could be the very check.
  const lost = term.kind === "unknown" || (facts.unknown && term.kind === "call" && permitting.test(calledName(term)));
  if (lost && scope.rejects) return { kind: "opaque", reason: `the condition \`${termText(term)}\` could not be followed`, span: scope.span };
  return noTie;
}

/** A true value made of object and caller: the answer of a permission call, what a query for both found, or what they share. */
function judgeFound(term: Term, scope: ConditionScope): Tie {
  if (term.kind === "operation") return tied(term, scope);
  if (term.kind === "call" && queryRole(term) === "other" && !loading.test(calledName(term))) {
    return asksOfObject(term, scope) ? tied(term, scope) : { kind: "opaque", reason: `\`${termText(term)}\` is given all of the request, and whether it asks for the object could not be followed`, span: scope.span };
  }
  return judgeLookup(term, scope.index, scope.span);
}

/** False where what is asked gets no more of the object than the request or the view as a whole, which hold its id among all else. */
function asksOfObject({ callee, args, keywords }: CallTerm, { anchors }: ConditionScope): boolean {
  return [callee, ...args, ...keywords.map(({ value }) => value)].some((part) => part.kind !== "instance" && anchors.holds(part));
}

function judgeRole(term: Term, scope: ConditionScope): Tie {
  const role = roleOf(term, scope.index);
  return role ? { kind: "role", role: role.name, administrative: role.administrative, span: scope.span } : noTie;
}

function tied(term: Term, scope: ConditionScope): Tie {
  return { kind: "tied", steps: [{ span: scope.span, note: `\`${termText(term)}\` ties the object to the caller` }], bypass: [] };
}

function isConstant(term: Term): boolean {
  return term.kind === "const" || term.kind === "symbol" || (term.kind === "attribute" && isConstant(term.of)) || (term.kind === "collection" && term.items.every(isConstant)) || (term.kind === "instance" && term.attributes.every((attribute) => isConstant(attribute.value)));
}

function isLookedUp(term: Term): boolean {
  for (let part = term; ; ) {
    if (part.kind === "call") return queryRole(part) !== "other";
    if (part.kind !== "attribute" && part.kind !== "item" && part.kind !== "element") return false;
    part = part.of;
  }
}

function isOwnerColumn(term: Term): boolean {
  return term.kind === "attribute" && gradeByName(term.name) !== undefined;
}
