import { compareSpans } from "@muster/contract";
import type { Condition, Span, Term } from "@muster/contract";
import type { Anchors } from "./anchors.ts";
import { asksForCaller } from "./asks-for-caller.ts";
import { judgeCondition } from "./judge-condition.ts";
import type { Mutation } from "./mutations/mutation.ts";
import type { Run } from "./run.ts";
import { isAmong } from "./same-condition.ts";
import { walk } from "./term-index.ts";
import { termText } from "./term-text.ts";
import type { Hint } from "./tie.ts";
import type { Flaw } from "./verdict.ts";

interface Found {
  readonly flaw: Flaw;
  readonly check?: { readonly text: string; readonly span: Span };
  /** It is asked of each of several, in a loop before the mutation. */
  readonly ofEach?: true;
  /** Who is let past besides is known. */
  readonly isCertain?: true;
}

function named({ term, span }: { readonly term: Term; readonly span: Span }): NonNullable<Found["check"]> {
  return { text: termText(term), span };
}

/** Names what went wrong at a mutation that nothing ties: the nearest thing to a check, or that there is none. */
export function findFlaw(mutation: Mutation, run: Run, inForce: readonly Condition[], anchors: Anchors, hints: readonly Hint[]): Found {
  const { index, trace } = run;
  const either = hints.find((hint) => hint.kind === "either-way");
  if (either) return { flaw: "branch-only", check: named(either), ...(either.isCertain && { isCertain: true }), ...(isOfEach(either.term) && { ofEach: true }) };

  // Conditions are shared by all that happens below them.
  const known = new Map<string, boolean>();
  const ties = (condition: Condition, holds: boolean): boolean => {
    const key = `${index.of(condition.term).id} ${holds}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const tied = judgeCondition(condition.term, holds, { index, anchors, span: condition.span, rejects: false }).kind === "tied";
    known.set(key, tied);
    return tied;
  };
  const elsewhere = (condition: Condition): boolean => !isAmong(condition, inForce, index);

  // Nothing happens under it before the mutation, and something behind.
  const isLater = (check: Condition): boolean => {
    const happening = trace.events.filter((event) => event.under.some((one) => compareSpans(one.span, check.span) === 0));
    return happening.length > 0 && happening.every((event) => event.index > mutation.event.index);
  };

  for (const exit of trace.exits) {
    // Too many requests are no matter of whose the object is.
    if (exit.kind !== "raise" || exit.status === 429) continue;
    const check = exit.under.find((condition) => elsewhere(condition) && ties(condition, !condition.holds));
    if (!check) continue;
    if (exit.after.includes(mutation.event.index) || isLater(check)) return { flaw: "after-mutation", check: named(check) };
    return { flaw: "branch-only", check: named(check), ...(isOfEach(check.term) && { ofEach: true }) };
  }
  for (const event of trace.events) {
    const check = event.under.find((condition) => elsewhere(condition) && (ties(condition, true) || ties(condition, false)));
    if (!check) continue;
    if (ties(check, check.holds)) return { flaw: event.index > mutation.event.index ? "after-mutation" : "branch-only", check: named(check) };
    return { flaw: "not-enforced", check: named(check) };
  }
  const hint = hints.find((each) => each.kind === "body-owner") ?? hints.find((each) => each.kind === "other-object");
  if (hint) return { flaw: hint.kind === "body-owner" ? "body-owner" : "child-not-tied", check: named(hint) };
  return { flaw: asksForCaller(run, mutation) ? "no-tie" : "no-caller" };
}

/** What a loop or a comprehension goes through: `item.owner` of each item. */
function isOfEach(term: Term): boolean {
  for (const part of walk(term)) if (part.kind === "element") return true;
  return false;
}
