import type { CallTerm, Span, Term } from "@muster/contract";
import { comparisonOf } from "../comparison.ts";
import { judgeLookup } from "../judge-lookup.ts";
import { gradeByName } from "../ownership/column-grade.ts";
import { touchText } from "../proof.ts";
import { calledName, queryRole } from "../query-methods.ts";
import type { Run } from "../run.ts";
import { sqlOf } from "../sql-text.ts";
import { walk } from "../term-index.ts";
import type { TermIndex } from "../term-index.ts";
import { lastSegment, termText } from "../term-text.ts";
import { kindsOf, kindsSelected, kindsTouched } from "./kinds-of.ts";

/** How code shows that objects of a kind belong to callers: it asks for the caller when it finds or compares one, or names the caller in a new one. */
export interface Shown {
  readonly how: "asks" | "names" | "role";
  readonly span: Span;
  readonly note: string;
}

const ofCallers = /user|account|person|principal|identity|caller|claims|token|auth|context|customer|member|view|request/i;

/** Whether what a lookup asks for is the caller itself, and not something that was found or made with the caller's help. */
function asksOfCaller(call: CallTerm, index: TermIndex): boolean {
  const asked = [...call.args, ...call.keywords.map(({ value }) => value)].filter((value) => index.of(value).principal);
  return asked.length > 0 ? asked.some((value) => isOfCaller(value, index)) : isOfCaller(call.callee, index);
}

/** Something of the caller's: every lookup in it asks for the caller in turn. */
function isOfCaller(term: Term, index: TermIndex): boolean {
  if (!index.of(term).principal) return false;
  for (const part of walk(term)) {
    if (!index.spend(1)) return false;
    // A row that was given its caller is no caller: `select(Order).where(Order.id == made.id)`.
    if (part.kind === "instance" && index.of(part).principal && !ofCallers.test(lastSegment(part.class))) return false;
    if (part.kind !== "call" || part.callee.kind !== "attribute") continue;
    const role = queryRole(part);
    if ((role === "filtering" || role === "keyed") && ![...part.args, ...part.keywords.map(({ value }) => value)].some((value) => index.of(value).principal) && index.of(part).selector) return false;
  }
  return true;
}

/** What one endpoint's run shows of the kinds of objects that it comes by; the stronger counts. */
export function shownIn(run: Run): ReadonlyMap<string, Shown> {
  const { trace, index, ownership } = run;
  const shown = new Map<string, Shown>();
  const add = (kinds: readonly string[], one: Shown): void => {
    for (const kind of kinds) if (shown.get(kind)?.how !== "asks") shown.set(kind, one);
  };
  const seen = new Set<Term>();
  const look = (root: Term, at: Span): void => {
    if (!index.of(root).principal) return;
    for (const part of walk(root)) {
      if (seen.has(part) || !index.of(part).principal) continue;
      seen.add(part);
      if (part.kind === "call") lookAtCall(part);
      else if (part.kind === "operation") lookAtComparison(part, at);
      else if (part.kind === "instance" && part.attributes.some(({ name, value }) => isNamed(name, value))) add([part.class], { how: "names", span: at, note: `a new \`${termText(part)}\` is given its caller` });
    }
  };
  // Who made a thing is noted of much that is everybody's.
  const isNamed = (name: string, value: Term): boolean => gradeByName(name) !== undefined && !/_by(?:_|$)/.test(name) && isOfCaller(value, index);
  const lookAtCall = (call: CallTerm): void => {
    const role = queryRole(call);
    if (role === "filtering" || role === "keyed" || role === "joining" || sqlOf(call)) {
      if (asksOfCaller(call, index) && judgeLookup(call, index, call.span).kind === "tied") add(kindsSelected(call, ownership), { how: "asks", span: call.span, note: `\`${termText(call)}\` asks for the caller's` });
      return;
    }
    const given = [...call.keywords, ...[...call.args, ...call.keywords.map(({ value }) => value)].flatMap((value) => (value.kind === "dict" ? value.entries.map((entry) => ({ name: entry.key.kind === "const" ? String(entry.key.value) : "", value: entry.value })) : []))];
    if (given.some(({ name, value }) => isNamed(name, value)) && !/^(?:log|info|debug|warning|error|exception)$/.test(calledName(call))) add(kindsOf(call.callee, ownership), { how: "names", span: call.span, note: `\`${termText(call)}\` names the caller in a new one` });
  };
  const lookAtComparison = (term: Term, at: Span): void => {
    const comparison = comparisonOf(term, true);
    if (!comparison) return;
    const { left, right } = comparison;
    for (const [caller, other] of [[left, right], [right, left]] as const) {
      if (isOfCaller(caller, index) && !index.of(other).principal && other.kind === "attribute") add(kindsOf(other, ownership), { how: "asks", span: at, note: `\`${termText(term)}\` compares one with the caller` });
    }
  };
  for (const event of trace.events) {
    if (event.kind === "call") look(event.call, event.span);
    else look(event.target, event.span);
    if (event.kind === "set-attribute" && isNamed(event.name, event.value)) add(kindsOf(event.target, ownership), { how: "names", span: event.span, note: `\`${termText(event.target)}.${event.name}\` is set to the caller` });
    for (const condition of event.under) look(condition.term, condition.span);
  }
  for (const mutation of run.mutations) {
    if (index.of(mutation.target).principal && isOfCaller(mutation.target, index) && judgeLookup(mutation.target, index, mutation.event.span).kind === "tied") add(kindsTouched(mutation, ownership), { how: "asks", span: mutation.event.span, note: `\`${touchText(mutation.event)}\` touches the caller's` });
  }
  for (const exit of trace.exits) {
    look(exit.value, exit.span);
    for (const condition of exit.under) look(condition.term, condition.span);
  }
  return shown;
}
