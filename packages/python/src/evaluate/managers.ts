import type { Stmt } from "../syntax.ts";
import { labelsOf, none, symbolic, unknown } from "../values/make.ts";
import type { FunctionValue, Instance, Place, Value } from "../values/value.ts";
import { assign } from "./assignment.ts";
import { findInMro } from "./attributes.ts";
import { join, restore, snapshot } from "./branch.ts";
import { activate, callMethod } from "./calls.ts";
import { evaluate } from "./expressions.ts";
import type { Exit, Frame, Snapshot } from "./frame.ts";
import { diverged, type Machine } from "./machine.ts";
import { argumentsOf, type Arguments } from "./native-call.ts";
import { joinPaths, withCondition, type Path } from "./path.ts";
import { execute } from "./statements.ts";
import { truthOf } from "./truth.ts";

type With = Stmt & { k: "with" };

/** `with`: what managers do before their block, around it, and with what it raises. */
export function runWith(machine: Machine, stmt: With, frame: Frame): boolean {
  return runFrom(machine, stmt, 0, frame);
}

/** The block behind the managers from one on. */
function runFrom(machine: Machine, stmt: With, index: number, frame: Frame): boolean {
  const item = stmt.i[index];
  if (!item) return execute(machine, stmt.b, frame);
  const manager = evaluate(machine, item.v, frame);
  const at: Place = { module: frame.module, s: item.v.s, e: item.v.e };
  const block = (value: Value): boolean => {
    if (item.t) assign(machine, item.t, value, frame);
    return runFrom(machine, stmt, index + 1, frame);
  };
  const made = generatorOf(manager);
  if (made) return runAtYield(machine, made, frame, at, block);
  const entered = enteredValue(machine, manager, at);
  if (manager.kind !== "instance") return block(entered);
  const before = snapshot(machine, frame.scope);
  const mark = frame.exits.length;
  const alive = block(entered);
  if (alive) leave(machine, manager, argumentsOf(none, none, none), at);
  return swallow(machine, manager, frame, mark, before, alive, at);
}

/** A generator's function and what it is called with, where `contextlib.contextmanager` makes a manager of it. */
interface Made {
  readonly fn: FunctionValue;
  readonly args: Arguments;
}

function generatorOf(manager: Value): Made | undefined {
  if (manager.kind !== "instance" || manager.class.name !== "contextlib._GeneratorContextManager") return undefined;
  const [func, args, kwds] = ["func", "args", "kwds"].map((name) => manager.attributes.get(name));
  if (func?.kind !== "function" || args?.kind !== "tuple" || kwds?.kind !== "dict") return undefined;
  const keywords = new Map([...kwds.entries.values()].flatMap(({ key, value }) => (key.kind === "const" && typeof key.value === "string" ? [[key.value, value] as const] : [])));
  return { fn: func, args: { positional: args.items.map((item) => item.value), keywords, open: args.open !== undefined || kwds.open !== undefined } };
}

/** Runs the block where the generator yields: what is raised in it is raised there, and handlers of the generator may swallow it. */
function runAtYield(machine: Machine, { fn, args }: Made, frame: Frame, at: Place, block: (value: Value) => boolean): boolean {
  const moved = new Set<Exit>();
  const before = snapshot(machine, frame.scope);
  let [runs, alive, thrown] = [0, false, 0];
  const exits = activate(machine, fn, args, at, (value, inner) => {
    runs++;
    const site = machine.calls.pop();
    machine.frame = frame;
    const mark = frame.exits.length;
    let isThrough: boolean;
    try {
      isThrough = block(value);
    } catch (error) {
      if (error !== diverged) throw error;
      isThrough = false;
    } finally {
      machine.frame = inner;
      if (site) machine.calls.push(site);
    }
    const raised = frame.exits.slice(mark).filter((exit) => exit.kind === "raise");
    const others = frame.exits.slice(mark).filter((exit) => exit.kind !== "raise");
    frame.exits.splice(mark, frame.exits.length, ...others);
    for (const exit of raised) moved.add(exit);
    inner.exits.push(...raised);
    alive ||= isThrough;
    if (isThrough || raised.length === 0) return;
    thrown++;
    frame.scope.vars = new Map(before.vars);
    throw diverged;
  });
  for (const exit of exits) if (exit.kind === "raise") frame.exits.push(moved.has(exit) ? exit : { ...exit, through: [at, ...exit.through] });
  const ways = exits.filter((exit) => exit.kind !== "raise");
  // It was not followed as far as its yield.
  if (runs === 0 && (ways.length > 0 || exits.length === 0)) return block(unknown("what a manager yields", at));
  if (ways.length === 0) return false;
  machine.path = pathOf(machine, ways, exits);
  return alive || thrown > 0;
}

function pathOf(machine: Machine, ways: readonly Exit[], exits: readonly Exit[]): Path {
  const raises = machine.mode === "trace" && ways.length < exits.length;
  return ways.map((exit) => exit.path).reduce((a, b) => joinPaths(a, b, raises));
}

/** Enters a generator's manager without a block at hand. Throws `diverged` where strangers to it only get an error. */
export function enterGenerator(machine: Machine, fn: FunctionValue, args: Arguments, place: Place): Value {
  const yielded: { readonly value: Value; readonly path: Path }[] = [];
  const exits = activate(machine, fn, args, place, (value) => void yielded.push({ value, path: machine.path }));
  for (const exit of exits) if (exit.kind === "raise") machine.frame?.exits.push({ ...exit, through: [place, ...exit.through] });
  const [first] = yielded;
  if (!first && exits.length > 0 && exits.every((exit) => exit.kind === "raise")) throw diverged;
  if (first) machine.path = yielded.map(({ path }) => path).reduce((a, b) => joinPaths(a, b));
  return first?.value ?? unknown("what a manager yields", place);
}

/** Whether a generator's manager swallows what is raised in its block. */
export function generatorSwallows(machine: Machine, fn: FunctionValue, args: Arguments, raised: Value, place: Place): boolean {
  const exits = activate(machine, fn, args, place, (_value, inner) => {
    inner.exits.push({ kind: "raise", value: raised, place, path: machine.path, through: [] });
    throw diverged;
  });
  return exits.some((exit) => exit.kind !== "raise");
}

/** What managers are asked about what their block raised: no more than a few of several. */
const mostAsked = 8;

/** What the block raised goes to `__exit__`: where that answers yes, the code behind the block runs as well. */
function swallow(machine: Machine, manager: Instance, frame: Frame, mark: number, before: Snapshot, alive: boolean, at: Place): boolean {
  const raised = frame.exits.slice(mark).filter((exit) => exit.kind === "raise");
  if (raised.length === 0 || !exitOf(manager)) return alive;
  const end = snapshot(machine, frame.scope);
  const ends: Snapshot[] = alive ? [end] : [];
  const swallowed = new Set<Exit>();
  for (const exit of raised.slice(0, mostAsked)) {
    const answer = answerTo(machine, manager, frame, exit, at);
    if (answer === false) continue;
    swallowed.add(exit);
    if (answer === true) ends.push({ vars: before.vars, path: exit.path });
    else {
      const text = "whether what the block raises is swallowed";
      const path = withCondition(exit.path, { value: unknown(text, at, labelsOf(manager)), holds: true, place: at, text, otherwise: { kind: "raise", value: exit.value, place: exit.place } });
      ends.push({ vars: before.vars, path });
    }
  }
  if (swallowed.size > 0) frame.exits.splice(0, frame.exits.length, ...frame.exits.filter((exit) => !swallowed.has(exit)));
  if (ends.length > 0) restore(machine, frame.scope, ends.reduce((a, b) => join(machine, a, b)));
  else restore(machine, frame.scope, end);
  return ends.length > 0;
}

/** Whether `__exit__` says that what was raised is dealt with; undefined where that is not known. What else it does is nothing that happens in any case. */
function answerTo(machine: Machine, manager: Instance, frame: Frame, exit: Exit, at: Place): boolean | undefined {
  const mark = frame.exits.length;
  const { path } = machine;
  machine.path = exit.path;
  try {
    const type = exit.value.kind === "instance" ? exit.value.class : unknown("the class of what was raised", at);
    const answer = machine.unrecorded(() => leave(machine, manager, argumentsOf(type, exit.value, unknown("a traceback", at)), at));
    return truthOf(machine, answer ?? none);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    // Another error takes its place.
    return false;
  } finally {
    machine.path = path;
    frame.exits.length = mark;
  }
}

const exitNames = ["__exit__", "__aexit__"] as const;

function exitOf(manager: Instance): string | undefined {
  return exitNames.find((name) => findInMro(manager.class, name) !== undefined);
}

/** What a manager does when its block came to its end. */
function leave(machine: Machine, manager: Instance, args: Arguments, place: Place): Value | undefined {
  const name = exitOf(manager);
  return name === undefined ? undefined : callMethod(machine, manager, name, args, place);
}

/** What `with … as x` binds. */
function enteredValue(machine: Machine, manager: Value, place: Place): Value {
  if (manager.kind === "instance") {
    for (const name of ["__enter__", "__aenter__"]) {
      const result = callMethod(machine, manager, name, argumentsOf(), place);
      if (result) return result;
    }
    return manager;
  }
  // A generator that a library makes a manager of evaluates to the list of what it yields.
  if (manager.kind === "list" && manager.items[0]) return manager.items[0].value;
  if (manager.kind !== "symbolic") return manager;
  return symbolic(manager.term, { labels: labelsOf(manager), place, reason: manager.reason, type: manager.type, pending: manager.pending === true });
}
