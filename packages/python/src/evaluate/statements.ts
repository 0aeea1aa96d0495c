import { describedDefinition } from "./described.ts";
import type { Stmt } from "../syntax.ts";
import { appendBounded, none, unknown } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { FunctionValue, Item, Place, Sequence, Value } from "../values/value.ts";
import { assign } from "./assignment.ts";
import { branch, join, restore, snapshot } from "./branch.ts";

import { defineClass } from "./classes.ts";
import { applyDecorators } from "./decorators.ts";
import { record } from "./events.ts";
import { evaluate, evaluateDefaults, evaluateDiscarded } from "./expressions.ts";
import type { Frame, Loop } from "./frame.ts";
import { alternativesOf, elementsOf, isThereByDefault, oneOfSeveral, type Elements } from "./iteration.ts";
import { conditionsOfOption } from "./one-of.ts";
import { bind } from "./lookup.ts";
import { diverged, type Machine } from "./machine.ts";
import { runWith } from "./managers.ts";
import { matchCases } from "./match.ts";
import { importEagerly } from "./modules.ts";
import { arithmetic } from "./operators.ts";
import { conditionsOf, withCondition, withConditions, type Path } from "./path.ts";
import type { Import } from "./scope.ts";
import { runTry } from "./try.ts";

/** Runs statements in order; false when no path comes out of the end. */
export function execute(machine: Machine, statements: readonly Stmt[], frame: Frame): boolean {
  for (const stmt of statements) {
    const place: Place = { module: frame.module, s: stmt.s, e: stmt.e };
    if (machine.spent(place)) return true;
    const topLevel = frame.function === undefined;
    const mark = frame.exits.length;
    try {
      if (!executeOne(machine, stmt, frame, place)) return false;
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
      // A call that can only raise ends a function. At the top level evaluation goes on: what one statement does must not hide the rest.
      if (topLevel) continue;
      // Nor in a factory, unless something may be waiting for what is raised: the application does start, so the call does return for somebody.
      if (machine.mode !== "load" || machine.trying > 0 || stmt.k !== "expr") return false;
      frame.exits.splice(mark);
    }
  }
  return true;
}

function executeOne(machine: Machine, stmt: Stmt, frame: Frame, place: Place): boolean {
  switch (stmt.k) {
    case "expr":
      evaluateDiscarded(machine, stmt.v, frame);
      return true;
    case "assign": {
      const value = evaluate(machine, stmt.v, frame);
      for (const target of stmt.t) assign(machine, target, value, frame);
      return true;
    }
    case "ann":
      if (stmt.v) assign(machine, stmt.t, evaluate(machine, stmt.v, frame), frame);
      return true;
    case "aug":
      augment(machine, stmt, frame, place);
      return true;
    case "def":
      bind(frame.scope, stmt.n, describedDefinition(machine, stmt.n, frame) ?? defineFunction(machine, stmt, frame));
      return true;
    case "class":
      bind(frame.scope, stmt.n, describedDefinition(machine, stmt.n, frame) ?? defineClass(machine, stmt, frame));
      return true;
    case "return": {
      const value = stmt.v ? evaluate(machine, stmt.v, frame) : none;
      const { lastCall } = machine;
      // `return view(request)` ends as the view ends, each time under its own conditions.
      if (lastCall?.value === value && (value.kind === "union" || stmt.v?.k === "call") && !frame.function?.isGenerator) frame.exits.push(...lastCall.ways);
      else frame.exits.push({ kind: "return", value, place, path: machine.path, through: [] });
      return false;
    }
    case "raise": {
      const raised = stmt.v ? evaluate(machine, stmt.v, frame) : (frame.handling ?? unknown("re-raised", place));
      const value = raised.kind === "class" ? instantiated(machine, raised, place) : raised;
      frame.exits.push({ kind: "raise", value, place, path: machine.path, through: [] });
      return false;
    }
    case "assert": {
      const condition = evaluate(machine, stmt.c, frame);
      return branch(machine, frame, { condition, expression: stmt.c, text: "assert", place }, () => true, () => {
        frame.exits.push({ kind: "raise", value: { kind: "external", name: "builtins.AssertionError" }, place, path: machine.path, through: [] });
        return false;
      });
    }
    case "del":
      for (const target of stmt.t) {
        if (target.k === "name") continue;
        record(machine, { kind: "delete", target: termOf(evaluate(machine, target, frame)) }, place);
      }
      return true;
    case "pass":
      return true;
    case "break":
      frame.loops.at(-1)?.breaks.push(snapshot(machine, frame.scope));
      return false;
    case "continue":
      frame.loops.at(-1)?.continues.push(snapshot(machine, frame.scope));
      return false;
    case "global":
    case "nonlocal":
      declareOuter(frame, stmt.k, stmt.n);
      return true;
    case "if": {
      if (stmt.c.k === "name" && stmt.c.id === "TYPE_CHECKING") return executeForTypes(machine, stmt.b, frame);
      if (stmt.c.k === "attr" && stmt.c.n === "TYPE_CHECKING") return executeForTypes(machine, stmt.b, frame);
      const condition = evaluate(machine, stmt.c, frame);
      return branch(
        machine,
        frame,
        { condition, expression: stmt.c, text: stmt.text, place: { module: frame.module, s: stmt.c.s, e: stmt.c.e } },
        () => execute(machine, stmt.b, frame),
        () => execute(machine, stmt.o, frame),
      );
    }
    case "for":
      return runFor(machine, stmt, frame, place);
    case "while":
      return runWhile(machine, stmt, frame);
    case "try":
      return runTry(machine, stmt, frame, place);
    case "with":
      return runWith(machine, stmt, frame);
    case "match":
      return matchCases(machine, stmt, frame, place);
    case "import":
      for (const { n, as } of stmt.n) importModule(machine, frame, n, as, place);
      return true;
    case "from":
      importFrom(machine, frame, stmt, place);
      return true;
    case "type":
      bind(frame.scope, stmt.n, evaluate(machine, stmt.v, frame));
      return true;
    default:
      return stmt satisfies never;
  }
}

/** Under TYPE_CHECKING: names for annotations are bound, and nothing that they come from runs for their sake. */
function executeForTypes(machine: Machine, body: readonly Stmt[], frame: Frame): boolean {
  const before = machine.forTypes;
  machine.forTypes = true;
  try {
    return execute(machine, body, frame);
  } finally {
    machine.forTypes = before;
  }
}

function instantiated(machine: Machine, cls: Value & { kind: "class" }, place: Place): Value {
  return cls.opaque ? { kind: "external", name: cls.name } : { kind: "instance", class: cls, attributes: new Map(), place, records: new Map() };
}

export function defineFunction(machine: Machine, stmt: Stmt & { k: "def" }, frame: Frame): Value {
  const owner = frame.scope.kind === "class" ? frame.owner : undefined;
  const inside = owner ? `${shortName(owner.name, frame.module.name)}.` : frame.function ? `${frame.function.name}.` : "";
  const fn: FunctionValue = {
    kind: "function",
    name: `${inside}${stmt.n}`,
    params: stmt.p,
    defaults: evaluateDefaults(machine, stmt.p, frame),
    body: stmt.b,
    scope: frame.scope,
    place: { module: frame.module, s: stmt.ns, e: stmt.ne },
    isAsync: stmt.async === true,
    isGenerator: stmt.gen === true,
    binding: stmt.n === "__init_subclass__" || stmt.n === "__class_getitem__" ? "class" : stmt.n === "__new__" ? "static" : "instance",
    wrappers: [],
    attributes: new Map(),
    ...(owner && { owner }),
    ...(stmt.r && { returns: stmt.r }),
    ...(stmt.doc !== undefined && { doc: stmt.doc }),
  };
  machine.watch?.defined(fn);
  return applyDecorators(machine, stmt.d, fn, frame);
}

function shortName(name: string, module: string): string {
  return name.startsWith(`${module}.`) ? name.slice(module.length + 1) : name;
}

function augment(machine: Machine, stmt: Stmt & { k: "aug" }, frame: Frame, place: Place): void {
  const old = evaluate(machine, stmt.t, frame);
  const value = evaluate(machine, stmt.v, frame);
  const targets = old.kind === "union" ? old.options : [old];
  const lists = targets.filter((one): one is Sequence => one.kind === "list");
  if (stmt.op.startsWith("+") && lists.length === targets.length) {
    const added = elementsOf(machine, value, place);
    for (const list of lists) {
      appendBounded(list, added.items.map((item) => (machine.mode === "load" && machine.path.conditions && !item.when ? { ...item, when: machine.path.conditions } : item)));
      if (added.open !== undefined) list.open ??= added.open;
    }
    return;
  }
  assign(machine, stmt.t, arithmetic(machine, stmt.op.replace(/=$/, ""), old, value, place), frame);
}

function declareOuter(frame: Frame, kind: "global" | "nonlocal", names: readonly string[]): void {
  const { scope } = frame;
  const outer = (scope.outer ??= new Map());
  for (const name of names) {
    let target = scope.parent;
    if (kind === "global") target = frame.module.scope;
    else while (target?.parent && !target.vars.has(name)) target = target.parent;
    if (target && target !== scope) outer.set(name, target);
  }
}

function runFor(machine: Machine, stmt: Stmt & { k: "for" }, frame: Frame, place: Place): boolean {
  const iterable = evaluate(machine, stmt.it, frame);
  const at: Place = { module: frame.module, s: stmt.it.s, e: stmt.it.e };
  const alternatives = alternativesOf(iterable);
  if (!alternatives) return runForOver(machine, stmt, frame, elementsOf(machine, iterable, at), place);
  const before = snapshot(machine, frame.scope);
  const mark = frame.exits.length;
  const ends = alternatives.flatMap((one) => {
    const under = machine.mode === "load" ? undefined : conditionsOfOption(iterable, one);
    restore(machine, frame.scope, { vars: new Map(before.vars), path: under ? withConditions(before.path, under) : before.path });
    return runForOver(machine, stmt, frame, elementsOf(machine, one, at), place) ? [{ under, ...snapshot(machine, frame.scope) }] : [];
  });
  if (ends.length === 0) return false;
  restore(machine, frame.scope, ends.reduce((a, b) => ({ under: undefined, ...join(machine, a, b) })));
  // Walking others of them only raises: that it is none of those is in force behind the loop.
  const raised = ends.length < alternatives.length && ends.some(({ under }) => !under) ? frame.exits.slice(mark).findLast((exit) => exit.kind === "raise") : undefined;
  if (raised && machine.mode !== "load") machine.path = withCondition(machine.path, { value: unknown("which of several collections is used here", at), holds: true, place: at, text: oneOfSeveral, otherwise: { kind: "raise", value: raised.value, place: raised.place } });
  return true;
}

function runForOver(machine: Machine, stmt: Stmt & { k: "for" }, frame: Frame, elements: Elements, place: Place): boolean {
  const loop: Loop = { breaks: [], continues: [] };
  frame.loops.push(loop);
  let alive = true;
  try {
    if (elements.open === undefined) {
      for (const item of elements.items) {
        if (!alive) break;
        const doubt = machine.mode === "load" ? undefined : conditionsOf(item.when).find((one) => one.otherwise?.kind !== "raise" && one.text !== "");
        const byDefault = isThereByDefault(machine, item);
        if (byDefault === false) continue;
        if (doubt && byDefault === undefined) {
          // It may not be among the elements: what its turn ends, it may not end.
          const condition = unknown("whether this element is there was decided elsewhere", doubt.place);
          const turn = (): boolean => {
            assign(machine, stmt.t, item.value, frame);
            return iteration(machine, stmt.b, frame, loop);
          };
          alive = branch(machine, frame, { condition, text: `${doubt.holds ? "" : "not "}${doubt.text}`, place: doubt.place }, turn, () => true);
          continue;
        }
        const outer = machine.path;
        const without = isDoubtful(outer, item) ? snapshot(machine, frame.scope) : undefined;
        if (without) restore(machine, frame.scope, { vars: new Map(without.vars), path: outer });
        if (item.when) machine.path = withConditions(outer, item.when);
        assign(machine, stmt.t, item.value, frame);
        alive = iteration(machine, stmt.b, frame, loop);
        if (without) {
          // Where it is not there, nothing of this happened.
          restore(machine, frame.scope, alive ? join(machine, without, { vars: frame.scope.vars, path: outer }) : without);
          alive = true;
        } else if (item.when) machine.path = outer;
      }
    } else {
      const before = snapshot(machine, frame.scope);
      for (const item of elements.items) {
        restore(machine, frame.scope, { vars: new Map(frame.scope.vars), path: before.path });
        machine.looped++;
        assign(machine, stmt.t, item.value, frame);
        const ended = iteration(machine, stmt.b, frame, loop);
        machine.looped--;
        if (ended) restore(machine, frame.scope, afterLoop(machine, before, snapshot(machine, frame.scope)));
        else restore(machine, frame.scope, before);
      }
    }
    if (alive) alive = execute(machine, stmt.o, frame);
  } finally {
    frame.loops.pop();
  }
  return resume(machine, frame, loop, alive, place);
}

/** Whether an element is there only under conditions that do not hold in any case here. */
function isDoubtful(path: Path, item: Item): boolean {
  if (!item.when) return false;
  const known = new Set(conditionsOf(path.conditions));
  return conditionsOf(item.when).some((one) => !known.has(one));
}

/** After a loop of unknown length: variables may have either value; a check that every element had to pass still holds. */
function afterLoop(machine: Machine, before: ReturnType<typeof snapshot>, after: ReturnType<typeof snapshot>): ReturnType<typeof snapshot> {
  const joined = join(machine, before, after);
  return { vars: joined.vars, path: { ...joined.path, conditions: after.path.conditions } };
}

/** One run of a loop's body; `continue` leads to its end. */
function iteration(machine: Machine, body: readonly Stmt[], frame: Frame, loop: Loop): boolean {
  let alive = execute(machine, body, frame);
  for (const at of loop.continues.splice(0)) {
    if (alive) restore(machine, frame.scope, join(machine, at, snapshot(machine, frame.scope)));
    else restore(machine, frame.scope, at);
    alive = true;
  }
  return alive;
}

function resume(machine: Machine, frame: Frame, loop: Loop, alive: boolean, _place: Place): boolean {
  let out = alive;
  for (const at of loop.breaks) {
    if (out) restore(machine, frame.scope, join(machine, at, snapshot(machine, frame.scope)));
    else restore(machine, frame.scope, at);
    out = true;
  }
  return out;
}

function runWhile(machine: Machine, stmt: Stmt & { k: "while" }, frame: Frame): boolean {
  const place: Place = { module: frame.module, s: stmt.c.s, e: stmt.c.e };
  const condition = evaluate(machine, stmt.c, frame);
  const loop: Loop = { breaks: [], continues: [] };
  // What is true only now may be false after a turn.
  const endless = stmt.c.k === "const" && condition.kind === "const" && condition.value === true;
  if (condition.kind === "const" && !condition.value && !condition.soft) return execute(machine, stmt.o, frame);
  frame.loops.push(loop);
  const before = snapshot(machine, frame.scope);
  let alive: boolean;
  try {
    restore(machine, frame.scope, { vars: new Map(before.vars), path: before.path });
    machine.looped++;
    const mark = frame.exits.length;
    const ended = iteration(machine, stmt.b, frame, loop);
    machine.looped--;
    if (endless) alive = false;
    else if (!ended && loop.breaks.length === 0) {
      // A body that never comes to its end runs once or not at all: `while not allowed(): abort(401)`.
      frame.exits.length = mark;
      restore(machine, frame.scope, before);
      const fork = { condition, expression: stmt.c, text: "what a loop asks for", place };
      alive = branch(machine, frame, fork, () => iteration(machine, stmt.b, frame, loop), () => execute(machine, stmt.o, frame));
    }
    else {
      restore(machine, frame.scope, ended ? afterLoop(machine, before, snapshot(machine, frame.scope)) : before);
      alive = execute(machine, stmt.o, frame);
    }
  } finally {
    frame.loops.pop();
  }
  return resume(machine, frame, loop, alive, place);
}

function importModule(machine: Machine, frame: Frame, dotted: string, alias: string | undefined, place: Place): void {
  const wanted: Import = { kind: "import", module: dotted, level: 0, place };
  importEagerly(machine, wanted);
  if (alias !== undefined) {
    bind(frame.scope, alias, wanted);
    return;
  }
  const top = dotted.split(".", 1)[0] ?? dotted;
  bind(frame.scope, top, { kind: "import", module: top, level: 0, place });
}

function importFrom(machine: Machine, frame: Frame, stmt: Stmt & { k: "from" }, place: Place): void {
  for (const { n, as } of stmt.n) {
    const wanted: Import = { kind: "import", module: stmt.m, level: stmt.lvl, name: n, place };
    importEagerly(machine, wanted);
    if (n === "*") (frame.scope.stars ??= []).push(wanted);
    else bind(frame.scope, as ?? n, wanted);
  }
}

