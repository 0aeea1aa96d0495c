import type { Step, Term, Verdict } from "@muster/contract";
import { isChosenByCaller } from "../evaluate/chosen-by-caller.ts";
import { isAnsweredDenial, isDenial, reasonsOf, statusOfExit } from "../evaluate/denial.ts";
import type { Exit } from "../evaluate/frame.ts";
import type { Trust } from "../evaluate/machine.ts";
import { conditionsOf, start, type BranchCondition } from "../evaluate/path.ts";
import { labelsOf, none } from "../values/make.ts";
import { spanOfPlace, termOf } from "../values/term.ts";
import { label, type Place, type Value } from "../values/value.ts";
import { namesCaller } from "./concerns-caller.ts";

/** What a run of a callable says about the callers that get past it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  readonly reason?: string;
  /** What a caller without a valid credential passes with. */
  readonly value?: Value;
}

export interface Run {
  readonly exits: readonly Exit[];
  /** Where the run met its limits. */
  readonly exhausted: Place | undefined;
}

export interface Runs {
  /**
   * How the callable ends for a caller without a valid credential, under an assumption. For what may be an ordinary
   * header it is confirmed when the callable then refuses with 401 or 403; for a recognised credential by any refusal.
   */
  readonly anonymous: (trusting: Trust) => Run;
  /** The same for a signed-in caller; asked for only where the verdict depends on it. */
  readonly signedIn: () => readonly Exit[];
  /** Whether the callable was given a credential at all: a scheme, a session, a header. */
  readonly looksAtCaller: boolean;
  /** The callable is the handler itself: what it answers on its own conditions is its business. */
  readonly isHandler?: boolean;
  /** Nothing but what stands before handlers: what it looks up by a parameter of the path is not the handler's own business. */
  readonly isGuard?: boolean;
  /** Ways out that count as letting the caller pass. Default: every return. */
  readonly passes?: (exit: Exit) => boolean;
  /** Ways out in which nothing was done for the caller, whatever the reason. Default: those that do not pass. */
  readonly isTurnedAway?: (exit: Exit) => boolean;
}

/** Decides whether a callable rejects a caller without a valid credential; undefined where it does not look at the caller. */
export function judgeExits(runs: Runs): Judgement | undefined {
  const passes = runs.passes ?? ((exit: Exit): boolean => exit.kind !== "raise");
  // Under the assumption a caller gets less far than without it: where it passes all the same, that is decided.
  const hopeful = runs.anonymous("everything");
  const refused = !hopeful.exits.some(passes);
  if (refused) {
    if (hopeful.exits.some(isDenial) && differs(hopeful.exits, runs.signedIn(), passes)) return { verdict: "rejects", steps: rejectionSteps(hopeful.exits) };
    const recognised = runs.looksAtCaller ? runs.anonymous("recognised").exits : [];
    if (recognised.length > 0 && !recognised.some(passes) && differs(recognised, runs.signedIn(), passes)) return { verdict: "rejects", steps: rejectionSteps(recognised) };
  }
  const isTurnedAway = runs.isTurnedAway ?? ((exit: Exit): boolean => !passes(exit));
  const named = hopeful.exits.length > 0 && hopeful.exits.every(isTurnedAway) ? runs.anonymous("named").exits : [];
  if (named.length > 0 && named.every(isTurnedAway) && runs.signedIn().some((exit) => !isTurnedAway(exit))) {
    return { verdict: "unknown", steps: rejectionSteps(named), reason: "a header that by its name is a credential decides, and the refusal does not say that it is about the caller" };
  }
  const { exits, exhausted } = refused ? runs.anonymous("nothing") : hopeful;
  const ways = exits.filter(passes);
  const refusals = exits.filter((exit) => !passes(exit));
  const denials = refusals.filter((exit) => isDenial(exit));
  if (ways.length === 0) {
    if (refusals.length === 0) return { verdict: "unknown", steps: [], reason: "evaluation found no way out of it" };
    if (differs(refusals, runs.signedIn(), passes)) return { verdict: "rejects", steps: rejectionSteps(refusals) };
    // A redirect that everybody gets is an answer like any other.
    if (refusals.every((exit) => isRedirect(exit))) return undefined;
    if (denials.length === 0 && !runs.looksAtCaller) return undefined;
    return { verdict: "unknown", steps: rejectionSteps(refusals), reason: "evaluation found no caller that it lets pass" };
  }
  const isChoice = (value: Value): boolean => isCallersChoice(value) && !(runs.isGuard && isLookedUpByPath(value));
  const gated = ways.map((way) => gateOf(way, isChoice) ?? branchOf(way, denials, isChoice));
  const values = ways.map((way) => way.value);
  if (gated.every((gate) => gate !== undefined)) {
    const gate = gated[0];
    const open = runs.signedIn().filter(passes);
    const decidesOnCaller = gate && isAboutCaller(gate);
    // A signed-in caller has other ways in: so the rejection behind the condition is about who calls.
    const onlyForOthers = getsFurther(open, ways);
    if (gate && (decidesOnCaller || onlyForOthers || (runs.looksAtCaller && gated.some((one) => one && mayAskWhoCalls(one, denials))) || gated.every((one) => one && asksWhoCalls(one, denials)))) {
      return {
        verdict: "unknown",
        steps: [{ span: spanOfPlace(gate.place), note: `whether a caller without a credential passes depends on: ${gate.text || "this condition"}` }],
        reason: `it depends on a condition that evaluation cannot decide: ${gate.text || "see the proof"}`,
        ...(values[0] && { value: values[0] }),
      };
    }
    return undefined;
  }
  if (denials.length > 0 && !runs.isHandler) {
    const undecided = ways.map((way) => conditionsOf(way.path.conditions).find((condition) => !isChoice(condition.value)));
    const [first] = undecided;
    // Who is signed in gets further than on these ways: so they may be no more than the exceptions.
    if (first && undecided.every((condition) => condition !== undefined) && getsFurther(runs.signedIn().filter(passes), ways)) {
      return { verdict: "unknown", steps: [{ span: spanOfPlace(first.place), note: `a caller without a credential passes only where this holds: ${first.text || "this condition"}` }], reason: `it depends on a condition that evaluation cannot decide: ${first.text || "see the proof"}`, ...(values[0] && { value: values[0] }) };
    }
  }
  if (exhausted) return { verdict: "unknown", steps: [{ span: spanOfPlace(exhausted), note: "the budget of evaluation ended here" }], reason: "it is too large to evaluate within the budget" };
  if (denials.length === 0 && !runs.looksAtCaller) return undefined;
  const way = ways.find((one) => gateOf(one, isChoice) === undefined) ?? ways[0];
  const empty = values.every(isEmptyPrincipal);
  return {
    verdict: empty || (runs.looksAtCaller && denials.length === 0) ? "optional" : "none",
    steps: way ? [{ span: spanOfPlace(way.place), note: empty ? "a caller without a credential passes with nothing here" : "a caller without a credential passes here" }] : [],
    ...(values[0] && { value: values[0] }),
  };
}

/** Whether a signed-in caller gets where others do not: past the callable, or to a redirect that is not theirs. */
function differs(refusals: readonly Exit[], signedIn: readonly Exit[], passes: (exit: Exit) => boolean): boolean {
  return signedIn.some((exit) => passes(exit) || (isRedirect(exit) && !refusals.some((one) => one.place.s === exit.place.s && one.place.module === exit.place.module)));
}

/** Whether some way in is open to the signed-in alone. */
function getsFurther(signedIn: readonly Exit[], ways: readonly Exit[]): boolean {
  const shape = (way: Exit): string => conditionsOf(way.path.conditions).map((condition) => `${condition.place.module.path}:${condition.place.s}:${condition.holds}`).join(" ");
  const known = new Set(ways.map(shape));
  return signedIn.some((way) => !known.has(shape(way)));
}

function isRedirect(exit: Exit): boolean {
  const status = statusOfExit(exit);
  return status !== undefined && status >= 300 && status < 400;
}

/** The innermost condition on a way out that turned others away because of who they are. */
function gateOf(way: Exit, isChoice: (value: Value) => boolean): BranchCondition | undefined {
  return conditionsOf(way.path.conditions)
    .reverse()
    .find((condition) => condition.entrusted === true || (!isChoice(condition.value) && deniedAtOnce(condition).length > 0));
}

/** A condition on who calls under which the way is open, and otherwise the caller is turned away further on: `if allowed(user): return view()`. */
function branchOf(way: Exit, denials: readonly Exit[], isChoice: (value: Value) => boolean): BranchCondition | undefined {
  return conditionsOf(way.path.conditions)
    .reverse()
    .find((condition) => !isChoice(condition.value) && (isAboutCaller(condition) ? deniedFurtherOn(condition, denials).length > 0 : asksWhoCalls(condition, denials)));
}

function isAboutCaller(condition: BranchCondition): boolean {
  return (labelsOf(condition.value) & aboutCaller) !== 0;
}

/** How those are turned away at once for whom the condition turns out the other way. */
function deniedAtOnce({ otherwise, place }: BranchCondition): Exit[] {
  const exit: Exit | undefined = otherwise && { kind: otherwise.kind, value: otherwise.value ?? none, place, path: start, through: [] };
  return exit && isAnsweredDenial(exit) ? [exit] : [];
}

function deniedFurtherOn({ place, holds }: BranchCondition, denials: readonly Exit[]): readonly Exit[] {
  return denials.filter((exit) => conditionsOf(exit.path.conditions).some((one) => one.place.s === place.s && one.place.module === place.module && one.holds !== holds));
}

/**
 * Whether a refusal behind a condition of which nothing is known demands a sign-in: by its status (RFC 9110 §15.5.2), or as
 * far as what the condition names may be about the caller. Other refusals may be about the state of things.
 */
function asksWhoCalls(condition: BranchCondition, denials: readonly Exit[]): boolean {
  return condition.entrusted === true || [...deniedAtOnce(condition), ...deniedFurtherOn(condition, denials)].some((exit) => signInStatuses.has(statusOfExit(exit) ?? 0) || namesCaller(condition.text));
}

/** Where a callable looks at the caller: as above, and what names somebody on the way to the condition. Others are about the state of things: `403` while an import is running. */
function mayAskWhoCalls(condition: BranchCondition, denials: readonly Exit[]): boolean {
  return asksWhoCalls(condition, denials) || labelsOf(condition.value) !== 0 || namesInTerm(termOf(condition.value)).some(namesCaller);
}

/** What a term names. */
function namesInTerm(term: Term, depth = 8): readonly string[] {
  if (depth === 0) return [];
  const inside = (one: Term): readonly string[] => namesInTerm(one, depth - 1);
  switch (term.kind) {
    case "symbol":
    case "input":
      return [term.name];
    case "attribute":
      return [term.name, ...inside(term.of)];
    case "item":
      return [...inside(term.of), ...inside(term.key)];
    case "element":
      return inside(term.of);
    case "call":
      return [...inside(term.callee), ...term.args.flatMap(inside), ...term.keywords.flatMap((one) => [one.name, ...inside(one.value)])];
    case "template":
      return term.parts.flatMap(inside);
    case "operation":
      return term.operands.flatMap(inside);
    case "either":
      return term.options.flatMap(inside);
    case "collection":
      return term.items.flatMap(inside);
    case "const":
      return typeof term.value === "string" ? [term.value] : [];
    case "instance":
      return [term.class];
    case "principal":
      return ["principal"];
    case "unknown":
      return [term.reason];
    case "dict":
      return [];
    default:
      return term satisfies never;
  }
}

const signInStatuses: ReadonlySet<number> = new Set([401, 407, 511]);
const aboutCaller = label.credential | label.request | label.route;

/** A condition on what the caller sends freely, and on nothing that it must know: it picks the branch it likes. */
function isCallersChoice(value: Value): boolean {
  if (value.kind === "symbolic" && isChosenByCaller(value.term)) return true;
  const labels = labelsOf(value);
  return (labels & label.input) !== 0 && (labels & aboutCaller) === 0;
}

/** Something that was found by a parameter of the path: what it says need not be what its finder likes. */
function isLookedUpByPath(value: Value): boolean {
  return (labelsOf(value) & label.parameter) !== 0 && !(value.kind === "symbolic" && isChosenByCaller(value.term));
}

function isEmptyPrincipal(value: Value): boolean {
  if (value.kind === "const") return value.value === null || value.value === false || value.value === "";
  if (value.kind === "symbolic") return value.lean?.truth === false;
  if (value.kind === "union") return value.options.some(isEmptyPrincipal);
  return false;
}

function rejectionSteps(refusals: readonly Exit[]): Step[] {
  const exit = refusals.find((one) => isDenial(one)) ?? refusals[0];
  if (!exit) return [];
  const steps: Step[] = [...reasonsOf(exit.value), ...exit.through.map((place) => ({ span: spanOfPlace(place), note: "which is called here" }))];
  const status = statusOfExit(exit);
  const what = exit.kind === "raise" ? "raises" : "answers";
  steps.push({ span: spanOfPlace(exit.place), note: status === undefined ? `a caller without a valid credential is turned away: this ${what}` : `a caller without a valid credential is turned away with ${status}` });
  return steps;
}
