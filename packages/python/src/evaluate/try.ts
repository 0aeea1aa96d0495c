import type { Handler, Stmt } from "../syntax.ts";
import { unknown } from "../values/make.ts";
import type { Place, Value } from "../values/value.ts";
import { asClass } from "./classes.ts";
import { join, restore, snapshot } from "./branch.ts";
import { isAnsweredDenial, isDenial } from "./denial.ts";
import { withCondition, type BranchCondition } from "./path.ts";
import { evaluate } from "./expressions.ts";
import type { Exit, Frame, Snapshot } from "./frame.ts";
import { bind } from "./lookup.ts";
import { diverged, type Machine } from "./machine.ts";
import { execute } from "./statements.ts";
import { markUnbound } from "./unbound.ts";

/**
 * `try`: what the body raises goes to the first handler that fits. A body that calls into the unknown may raise anything,
 * so handlers also run as a possibility; one in which every step is known raises what it raises, and nothing
 * else. A handler for a failed import runs only when the import did fail.
 */
export function runTry(machine: Machine, stmt: Stmt & { k: "try" }, frame: Frame, place: Place): boolean {
  const before = snapshot(machine, frame.scope);
  restore(machine, frame.scope, { vars: new Map(before.vars), path: before.path });
  const mark = frame.exits.length;
  const { uncertain } = machine;
  const doubts = machine.doubts;
  machine.doubts = 0;
  const handlesMissing = stmt.h.some((handler) => handlerNames(machine, handler, frame)?.some((name) => missingNames.has(name)) === true);
  if (handlesMissing) machine.handlesMissing++;
  machine.trying++;
  let alive = guarded(() => execute(machine, stmt.b, frame));
  machine.trying--;
  if (handlesMissing) machine.handlesMissing--;
  const isCertain = machine.uncertain === uncertain;
  // Nothing else is uncertain than what raised: where that is caught, so is whatever else it may raise.
  const isSettled = !alive && machine.uncertain === uncertain + 1;
  const outs = alive ? [] : frame.exits.slice(mark);
  const raised = frame.exits.slice(mark).filter((exit) => exit.kind === "raise");
  const importsOnly = stmt.b.every((one) => one.k === "import" || one.k === "from" || one.k === "assign" || one.k === "pass");
  if (alive) alive = guarded(() => execute(machine, stmt.o, frame));
  const body = alive ? snapshot(machine, frame.scope) : undefined;
  const ends: Snapshot[] = [];
  const given = machine.doubts;
  machine.doubts |= doubts;
  let turnedAway: Exit | undefined;
  const left = new Set(raised);
  for (const handler of stmt.h) {
    const caught = [...left].filter((exit) => catches(machine, handler, exit.value, frame));
    for (const exit of caught) left.delete(exit);
    const certain = caught.length > 0;
    const possible = mayRaise(machine, handler, stmt, frame, importsOnly) && !(isCertain && (machine.mode !== "load" || isForMissing(machine, handler, frame)));
    if (!certain && !possible) continue;
    restore(machine, frame.scope, { vars: new Map(before.vars), path: certain ? (caught.at(-1) as Exit).path : before.path });
    const outer = frame.handling;
    frame.handling = caught[0]?.value ?? unknown("an exception of a library", place);
    if (handler.n !== undefined) bind(frame.scope, handler.n, frame.handling);
    const from = frame.exits.length;
    const { perhaps } = machine;
    // Where there is a way past the body, this is not what happens in any case.
    if (!certain || body || caught.length < raised.length) machine.perhaps++;
    const isThrough = guarded(() => execute(machine, handler.b, frame));
    machine.perhaps = perhaps;
    if (isThrough) {
      markUnbound(machine, stmt, handler, frame, before, place);
      const end = snapshot(machine, frame.scope);
      const refusal = certain || body || machine.mode !== "anonymous" ? undefined : refusalOf(outs, left);
      ends.push(refusal ? onlyIfRaised(end, refusal, given, place) : end);
    } else if (!certain && machine.mode === "anonymous") turnedAway ??= frame.exits.slice(from).find(isDenial);
    frame.handling = outer;
  }
  if (isSettled && raised.length > 0 && left.size === 0) machine.uncertain--;
  if (body) ends.unshift(turnedAway ? unlessRaised(body, turnedAway, given, place) : body);
  // Caught exceptions do not leave the function.
  const kept = frame.exits.filter((exit, index) => index < mark || exit.kind !== "raise" || !raised.includes(exit) || left.has(exit));
  frame.exits.splice(0, frame.exits.length, ...kept);
  if (ends.length > 0) restore(machine, frame.scope, ends.reduce((a, b) => join(machine, a, b)));
  else restore(machine, frame.scope, before);
  const last = frame.exits.length;
  const ended = execute(machine, stmt.f, frame);
  // What `finally` raises or returns takes the place of how the body ended.
  if (!ended) frame.exits.splice(mark, last - mark);
  return ends.length > 0 && ended;
}

/** The state behind a body that may have raised what a handler answers by turning the caller away: that it did not is in force. */
function unlessRaised(body: Snapshot, turnedAway: Exit, given: number, place: Place): Snapshot {
  const value = unknown("whether what is tried here raises", place, given);
  const condition: BranchCondition = { value, holds: true, place, text: "what is tried here", otherwise: { kind: "raise", value: turnedAway.value, place: turnedAway.place } };
  return { ...body, path: withCondition(body.path, condition) };
}

/** The refusal that a body ends in for certain, where nothing else comes of it and no handler takes it. */
function refusalOf(ended: readonly Exit[], left: ReadonlySet<Exit>): Exit | undefined {
  return ended.every((exit) => isAnsweredDenial(exit) && (exit.kind !== "raise" || left.has(exit))) ? ended[0] : undefined;
}

/** The state behind a handler for what a body may raise that otherwise turns the caller away: that something else was raised is in force. */
function onlyIfRaised(end: Snapshot, refusal: Exit, given: number, place: Place): Snapshot {
  const value = unknown("whether what is tried here raises something else", place, given);
  const condition: BranchCondition = { value, holds: true, place, text: "what is tried here raises something else", otherwise: { kind: refusal.kind === "return" ? "return" : "raise", value: refusal.value, place: refusal.place } };
  return { ...end, path: withCondition(end.path, condition) };
}

function guarded(run: () => boolean): boolean {
  try {
    return run();
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return false;
  }
}

function handlerNames(machine: Machine, handler: Handler, frame: Frame): readonly string[] | undefined {
  if (!handler.x) return undefined;
  return namesOf(machine, evaluate(machine, handler.x, frame), { module: frame.module, s: handler.s, e: handler.e });
}

/** Names of the classes that an exception's class is one of: a class, or a tuple of them. */
export function namesOf(machine: Machine, value: Value, place: Place): readonly string[] {
  const all = value.kind === "tuple" ? value.items.map((item) => item.value) : value.kind === "union" ? value.options : [value];
  return all.map((one) => asClass(machine, one, place).name);
}

const catchAll = new Set(["builtins.Exception", "builtins.BaseException"]);

function catches(machine: Machine, handler: Handler, raised: Value, frame: Frame): boolean {
  return isOneOf(raised, handlerNames(machine, handler, frame));
}

/** Whether what was raised is of one of these classes; of any where they are not known. */
export function isOneOf(raised: Value, names: readonly string[] | undefined): boolean {
  if (!names || names.some((name) => catchAll.has(name))) return true;
  if (raised.kind === "instance") return raised.class.mro.some((cls) => names.includes(cls.name));
  if (raised.kind === "class") return raised.mro.some((cls) => names.includes(cls.name));
  if (raised.kind === "external") return names.includes(raised.name);
  if (raised.kind === "symbolic" && raised.term.kind === "call" && raised.term.callee.kind === "symbol") {
    const { name } = raised.term.callee;
    if (names.includes(name)) return true;
    // What a library raises is caught by handlers for that library's exceptions and by general ones.
    const library = name.split(".", 1)[0];
    return !name.startsWith("builtins.") && names.some((one) => one.split(".", 1)[0] === library || !one.startsWith("builtins."));
  }
  return !names.every((name) => name.startsWith("builtins."));
}

const missingNames: ReadonlySet<string> = new Set(["builtins.KeyError", "builtins.LookupError", "builtins.IndexError"]);

/** Whether the handler is for nothing but keys that are missing: where every look-up was decided, so is whether it runs. */
function isForMissing(machine: Machine, handler: Handler, frame: Frame): boolean {
  return handlerNames(machine, handler, frame)?.every((name) => missingNames.has(name)) === true;
}

function mayRaise(machine: Machine, handler: Handler, stmt: Stmt & { k: "try" }, frame: Frame, importsOnly: boolean): boolean {
  const names = handlerNames(machine, handler, frame);
  const forImports = names?.every((name) => name === "builtins.ImportError" || name === "builtins.ModuleNotFoundError") ?? false;
  if (forImports && importsOnly && !standsIn(handler) && missesLibrary(machine, stmt, frame)) return true;
  // A module of the repository is there; a library that is modelled counts as installed.
  if (forImports || (importsOnly && stmt.b.some((one) => one.k === "import" || one.k === "from"))) return false;
  return true;
}

/** Whether the handler only provides the same names from elsewhere: then what the body imports counts. */
function standsIn(handler: Handler): boolean {
  return handler.b.every((one) => one.k === "import" || one.k === "from" || one.k === "assign" || one.k === "ann" || one.k === "pass" || one.k === "expr" || one.k === "raise");
}

/** Whether the body imports a library of which nothing is known: it may or may not be installed. */
function missesLibrary(machine: Machine, stmt: Stmt & { k: "try" }, frame: Frame): boolean {
  return stmt.b.some((one) => {
    if (one.k !== "from" || one.lvl > 0 || machine.index.resolve(one.m, frame.module.path)) return false;
    return !one.n.some(({ n }) => machine.natives.has(`${one.m}.${n}`));
  });
}
