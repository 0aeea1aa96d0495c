import type { Term } from "@muster/contract";
import { mayConcernCaller } from "../guards/concerns-caller.ts";
import { isLibrary } from "../modules/library-index.ts";
import { labelsOf, symbolic } from "../values/make.ts";
import { label, type Place } from "../values/value.ts";
import type { Machine } from "./machine.ts";
import type { Arguments } from "./native-call.ts";
import { withCondition } from "./path.ts";

/**
 * What is given a credential, or the whole request, and could not be followed may turn the caller away: as far as its name
 * is about callers, that it did not is a condition of what comes next.
 */
export function entrust(machine: Machine, term: Term & { kind: "call" }, args: Arguments, place: Place): void {
  const given = [...args.positional, ...args.keywords.values()].reduce((all, value) => all | labelsOf(value), 0);
  // What a library hands on is its own affair: its model says what may come of it. Making an object turns nobody away.
  if ((given & (label.credential | label.request)) === 0 || isLibrary(place.module.path) || isClassName(calledName(term.callee)) || !mayConcernCaller(calledName(term.callee))) return;
  const text = `${calledName(term.callee)}(…)`;
  machine.path = withCondition(machine.path, { value: symbolic(term, { labels: given, place }), holds: true, place, text, entrusted: true, otherwise: { kind: "raise", value: undefined, place } });
}

/** Whether a name is a class by its spelling (PEP 8). */
export function isClassName(name: string): boolean {
  return /(^|\.)[A-Z]\w*$/.test(name);
}

/** What is called, in a sentence. */
export function calledName(term: Term): string {
  if (term.kind === "symbol") return term.name;
  if (term.kind === "attribute") return term.of.kind === "symbol" || term.of.kind === "attribute" || term.of.kind === "call" ? `${calledName(term.of)}.${term.name}` : term.name;
  if (term.kind === "call") return `${calledName(term.callee)}()`;
  return "what is called here";
}
