import { sideByDefault, textByDefault } from "./by-default.ts";
import { findInMro } from "./attributes.ts";
import { isDenial } from "./denial.ts";
import { oneOf, type Option } from "./one-of.ts";
import { union } from "../values/make.ts";
import type { Place, Value } from "../values/value.ts";
import type { Exit, Frame, Snapshot } from "./frame.ts";
import type { Machine } from "./machine.ts";
import { joinPaths, withCondition, type BranchCondition } from "./path.ts";
import { lookup } from "./lookup.ts";
import { resolveImport } from "./modules.ts";
import type { Binding, Scope } from "./scope.ts";
import { leanOf, truthOf } from "./truth.ts";
import type { Expr } from "../syntax.ts";
import { visiblePlace } from "./visible-place.ts";

/** Runs a block; false when no path comes out of its end. */
export type Block = () => boolean;

export interface Fork {
  readonly condition: Value;
  /** The condition's expression, for narrowing what it names. */
  readonly expression?: Expr;
  readonly text: string;
  readonly place: Place;
}

/**
 * Runs the branch that the condition decides, or both on copies of the variables, and joins what comes out. A branch
 * that does not come back leaves its opposite in force for everything after.
 */
export function branch(machine: Machine, frame: Frame, fork: Fork, then: Block, otherwise: Block): boolean {
  const { status } = machine.path;
  const alive = runBranches(machine, frame, fork, then, otherwise);
  if (alive && machine.path.status !== undefined && machine.path.status !== status) machine.path = { ...machine.path, passedOn: true };
  return alive;
}

function runBranches(machine: Machine, frame: Frame, fork: Fork, then: Block, otherwise: Block): boolean {
  const truth = truthOf(machine, fork.condition);
  if (machine.mode === "anonymous" && truth !== undefined && sideByDefault(fork.condition) !== undefined) machine.byDefault.add({ value: fork.condition, holds: truth, place: visiblePlace(machine, fork.place), text: fork.text });
  if (truth === true) return then();
  if (truth === false) return otherwise();
  const before = snapshot(machine, frame.scope);
  const lean = leanOf(machine, fork.condition);
  if (lean && !lean.strong) {
    const mark = frame.exits.length;
    if (!runSide(machine, frame, fork, before, lean.truth, lean.truth ? then : otherwise) && deniesFrom(frame.exits, mark)) return false;
    frame.exits.length = mark;
  }
  const marks = [frame.exits.length];
  const first = runSide(machine, frame, fork, before, true, then);
  const afterFirst = snapshot(machine, frame.scope);
  marks.push(frame.exits.length);
  const second = runSide(machine, frame, fork, before, false, otherwise);
  const afterSecond = snapshot(machine, frame.scope);
  if (first && second) {
    restore(machine, frame.scope, join(machine, afterFirst, afterSecond, sideByDefault(fork.condition)));
    if (frame.scope.kind === "class") inheritElsewhere(frame, afterFirst, afterSecond);
    return true;
  }
  if (!first && !second) return false;
  restore(machine, frame.scope, first ? afterFirst : afterSecond);
  const [from, to] = first ? [marks[1] ?? 0, frame.exits.length] : [marks[0] ?? 0, marks[1] ?? 0];
  const exit = frame.exits.slice(from, to).at(-1);
  machine.path = withCondition(before.path, {
    value: fork.condition,
    holds: first,
    place: fork.place,
    text: fork.text,
    ...(exit && exit.kind !== "yield" && { otherwise: { kind: exit.kind, value: exit.value, place: exit.place } }),
  });
  // What the surviving branch itself established stays in force on top.
  machine.path = stack(machine.path, before, first ? afterFirst : afterSecond);
  return true;
}

/** What the body of a class binds on one way alone is on the other what the class inherits. */
function inheritElsewhere(frame: Frame, a: Snapshot, b: Snapshot): void {
  for (const [here, there] of [[a, b], [b, a]] as const) {
    for (const [name, value] of here.vars) {
      if (there.vars.has(name) || value.kind === "import" || !frame.owner) continue;
      const inherited = findInMro(frame.owner, name, frame.owner);
      if (inherited) frame.scope.vars.set(name, oneOf([{ value, under: here.path.conditions }, { value: inherited.value, under: there.path.conditions }]));
    }
  }
}

function runSide(machine: Machine, frame: Frame, fork: Fork, before: Snapshot, holds: boolean, block: Block): boolean {
  restore(machine, frame.scope, { vars: new Map(before.vars), path: withCondition(before.path, { value: fork.condition, holds, place: fork.place, text: fork.text }) });
  if (fork.expression) narrow(machine, frame, fork.expression, holds);
  return block();
}

function deniesFrom(exits: readonly Exit[], mark: number): boolean {
  const mine = exits.slice(mark);
  return mine.length > 0 && mine.every(isDenial);
}

function stack(path: Machine["path"], before: Snapshot, after: Snapshot): Machine["path"] {
  const extra: BranchCondition[] = [];
  // The first condition above `before` is the branch's own, replaced by the one that knows its opposite.
  for (let at = after.path.conditions; at && at !== before.path.conditions; at = at.rest) extra.push(at.head);
  let out: Machine["path"] = { ...after.path, conditions: path.conditions };
  for (const condition of extra.reverse().slice(1)) out = withCondition(out, condition);
  return out;
}

export function snapshot(machine: Machine, scope: Scope): Snapshot {
  return { vars: scope.vars, path: machine.path };
}

export function restore(machine: Machine, scope: Scope, to: Snapshot): void {
  scope.vars = to.vars;
  machine.path = to.path;
}

/** The state where two ways meet. `first`: by default the environment picks the first of them, or the second. */
export function join(machine: Machine, a: Snapshot, b: Snapshot, first?: boolean): Snapshot {
  const vars = new Map(a.vars);
  for (const [name, value] of b.vars) {
    const other = vars.get(name);
    vars.set(name, other === undefined || other === value ? value : either({ value: imported(machine, other), under: a.path.conditions }, { value: imported(machine, value), under: b.path.conditions }, first));
  }
  return { vars, path: joinPaths(a.path, b.path) };
}

/** What a name is where two ways meet that bind it. */
function either(a: Option, b: Option, first: boolean | undefined): Value {
  return (first === undefined ? undefined : textByDefault(first ? a.value : b.value, first ? b.value : a.value)) ?? oneOf([a, b]);
}

/** What an import bound on one of two ways. */
function imported(machine: Machine, bound: Binding): Value {
  return bound.kind === "import" ? resolveImport(machine, bound) : bound;
}

/** Inside a branch on a name, the name has only the values that lead there. */
function narrow(machine: Machine, frame: Frame, expression: Expr, holds: boolean): void {
  if (expression.k === "not") return narrow(machine, frame, expression.v, !holds);
  if (expression.k === "bool" && (expression.op === "and") === holds) {
    for (const part of expression.x) narrow(machine, frame, part, holds);
    return;
  }
  let name: string | undefined;
  let keep: ((value: Value) => boolean) | undefined;
  if (expression.k === "name") {
    name = expression.id;
    keep = (value) => truthOf(machine, value) !== !holds;
  } else if (expression.k === "walrus") {
    name = expression.n;
    keep = (value) => truthOf(machine, value) !== !holds;
  } else if (expression.k === "cmp" && expression.l.k === "name" && expression.ops.length === 1) {
    const [only] = expression.ops;
    if (only?.r.k === "const" && only.r.v === null && (only.op === "is" || only.op === "is not" || only.op === "==" || only.op === "!=")) {
      const wantsNone = (only.op === "is" || only.op === "==") === holds;
      name = expression.l.id;
      keep = (value) => (value.kind === "const" && value.value === null) === wantsNone || value.kind === "symbolic";
    }
  }
  if (name === undefined || keep === undefined || !frame.scope.vars.has(name)) return;
  const value = lookup(machine, frame.scope, name, machine.place(expression.s, expression.e));
  // On the side where it was found, what is looked up by it is there too.
  if (value.kind === "symbolic" && value.lean && !value.lean.strong && value.lean.truth !== holdsFor(expression, holds)) {
    const { lean: _, ...found } = value;
    frame.scope.vars.set(name, found);
    return;
  }
  if (value.kind !== "union") return;
  const kept = value.options.filter(keep);
  if (kept.length > 0 && kept.length < value.options.length) frame.scope.vars.set(name, union(kept));
}

/** The truth of the name on the side of a condition on it: `x is None` holds where `x` counts as false. */
function holdsFor(expression: Expr, holds: boolean): boolean {
  if (expression.k !== "cmp") return holds;
  return (expression.ops[0]?.op === "is not" || expression.ops[0]?.op === "!=") === holds;
}
