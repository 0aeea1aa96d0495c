import { answeredStatus } from "./denial.ts";
import type { Value } from "../values/value.ts";
import type { Place } from "../values/value.ts";

/** A branch that was taken without knowing which way it goes. */
export interface BranchCondition {
  readonly value: Value;
  readonly holds: boolean;
  readonly place: Place;
  /** The condition as written. */
  readonly text: string;
  /** How the other branch ended, where it did not come back. */
  readonly otherwise?: { readonly kind: "raise" | "return"; readonly value: Value | undefined; readonly place: Place };
  /** A call that could not be followed was given what may say who calls: behind it are those whom it did not turn away, if it does that. */
  readonly entrusted?: true;
}

/** Conditions in force, innermost first. Lists share their tails. */
export interface ConditionList {
  readonly head: BranchCondition;
  readonly rest: ConditionList | undefined;
  readonly depth: number;
}

/** Events that certainly happened, last first. */
export interface EventList {
  readonly index: number;
  readonly rest: EventList | undefined;
  readonly depth: number;
}

/** What is certain at a point of the run. */
export interface Path {
  readonly conditions: ConditionList | undefined;
  readonly happened: EventList | undefined;
  /** The status that code gave to the response at hand, where it is the same on every way here. */
  readonly status: number | undefined;
  /** It was set in a branch that came back: what is called from here on is called for whoever got that status as well. */
  readonly passedOn: true | undefined;
}

export const start: Path = { conditions: undefined, happened: undefined, status: undefined, passedOn: undefined };

export function withCondition({ conditions, happened, status, passedOn }: Path, head: BranchCondition): Path {
  return { conditions: { head, rest: conditions, depth: (conditions?.depth ?? 0) + 1 }, happened, status, passedOn };
}

/** A path on which the conditions of a list hold as well. */
export function withConditions(path: Path, list: ConditionList | undefined): Path {
  if (path.conditions === undefined) return { ...path, conditions: list };
  const known = new Set(conditionsOf(path.conditions));
  return conditionsOf(list).reduce((at, condition) => (known.has(condition) ? at : withCondition(at, condition)), path);
}

/** The code set the status of the response at hand; undefined when it is not known any more. */
export function withStatus(path: Path, status: number | undefined): Path {
  return { conditions: path.conditions, happened: path.happened, status, passedOn: undefined };
}

export function withEvent(path: Path, index: number): Path {
  return { conditions: path.conditions, happened: { index, rest: path.happened, depth: (path.happened?.depth ?? 0) + 1 }, status: path.status, passedOn: path.passedOn };
}

/** What is certain where two paths meet: what is certain on both. Where both had to pass a rejecting branch, that they did. */
export function joinPaths(a: Path, b: Path, gated = false): Path {
  if (a === b) return a;
  const isSame = a.status !== undefined && a.status === b.status;
  return { conditions: joinConditions(a.conditions, b.conditions, gated), happened: joinEvents(a.happened, b.happened), status: isSame ? a.status : undefined, passedOn: isSame ? (a.passedOn ?? b.passedOn) : undefined };
}

function joinConditions(a: ConditionList | undefined, b: ConditionList | undefined, gated: boolean): ConditionList | undefined {
  if (a === b) return a;
  let left = a;
  let right = b;
  while (left !== right) {
    if ((left?.depth ?? 0) >= (right?.depth ?? 0)) left = left?.rest;
    else right = right?.rest;
  }
  const common = left;
  const onlyA = above(a, common);
  const onlyB = above(b, common);
  // One of two ways led here: "(the conditions of A) or (the conditions of B)". Worth keeping only if one of them turned requests away.
  const gate = [...onlyA, ...onlyB].find(turnsAway) ?? (gated ? onlyA[0] : undefined);
  if (!gate || onlyA.length === 0 || onlyB.length === 0) return common;
  const head: BranchCondition = {
    value: either(onlyA, onlyB),
    holds: true,
    place: gate.place,
    text: gate.text,
    ...(gate.otherwise && { otherwise: gate.otherwise }),
  };
  return { head, rest: common, depth: (common?.depth ?? 0) + 1 };
}

/** Whether the branch that did not come back raised, or answered with a status that refuses or sends elsewhere. */
function turnsAway({ otherwise }: BranchCondition): boolean {
  if (otherwise === undefined) return false;
  return otherwise.kind === "raise" || (otherwise.value !== undefined && (answeredStatus(otherwise.value) ?? 0) >= 300);
}

/** Built by `operators.ts`; set there to keep this file free of term building. */
let either: (a: readonly BranchCondition[], b: readonly BranchCondition[]) => Value;
export function setDisjunction(build: typeof either): void {
  either = build;
}

export function above(list: ConditionList | undefined, common: ConditionList | undefined): BranchCondition[] {
  const out: BranchCondition[] = [];
  for (let at = list; at && at !== common; at = at.rest) out.push(at.head);
  return out.reverse();
}

/** Whether conditions hold wherever the path leads: they are the first of its own. */
export function isInForce(conditions: ConditionList | undefined, path: Path): boolean {
  let at = path.conditions;
  while (at !== undefined && at.depth > (conditions?.depth ?? 0)) at = at.rest;
  return at === conditions;
}

function joinEvents(a: EventList | undefined, b: EventList | undefined): EventList | undefined {
  if (a === b) return a;
  let left = a;
  let right = b;
  const seen = new Set<number>();
  const both: number[] = [];
  const note = (index: number | undefined): void => {
    if (index === undefined) return;
    if (seen.has(index)) both.push(index);
    else seen.add(index);
  };
  while (left !== right) {
    if ((left?.depth ?? 0) >= (right?.depth ?? 0)) {
      note(left?.index);
      left = left?.rest;
    } else {
      note(right?.index);
      right = right?.rest;
    }
  }
  let joined = left;
  for (const index of both.sort((x, y) => x - y)) joined = { index, rest: joined, depth: (joined?.depth ?? 0) + 1 };
  return joined;
}

/** Outermost first. */
export function conditionsOf(list: ConditionList | undefined): BranchCondition[] {
  return above(list, undefined);
}
