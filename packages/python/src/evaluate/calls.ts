import { reading } from "../reuse/heap.ts";
import type { Term } from "@muster/contract";
import { constant, instanceOf, labelsOf, none, sequence, symbolic, union, unknown } from "../values/make.ts";
import { isLibrary } from "../modules/library-index.ts";
import { spanOfPlace, symbolOf, termOf } from "../values/term.ts";
import { label, type ClassValue, type FunctionValue, type Instance, type Lean, type Place, type Value } from "../values/value.ts";
import { behaviourOf } from "../library/behaviour.ts";
import { raisedForNothing } from "../library/finds-or-raises.ts";
import { annotationOf, classOf } from "./annotations.ts";
import { noteBirth } from "./birth.ts";
import { bindArguments } from "./bind-arguments.ts";
import { isChosenByCaller } from "./chosen-by-caller.ts";
import { findInMro } from "./attributes.ts";
import { conditionByDefault } from "./defaults.ts";
import { record } from "./events.ts";
import { evaluate } from "./expressions.ts";
import { newFrame, type AtYield, type Exit, type Frame } from "./frame.ts";
import { CallSite, diverged, placeKey, type Machine } from "./machine.ts";
import { nativeCall, type Arguments } from "./native-call.ts";
import { keyOf } from "./operators.ts";
import { above, joinPaths, withCondition, withStatus } from "./path.ts";
import { isDenial } from "./denial.ts";
import { onlyLooks, onlyWalks } from "./only-looks.ts";
import { operation } from "./operators.ts";
import { newScope } from "./scope.ts";
import { oneOf } from "./one-of.ts";
import { labelsOfField } from "./field-labels.ts";
import { calledName, entrust, isClassName } from "./entrust.ts";
import { saysStatement } from "../guards/concerns-caller.ts";
import { execute } from "./statements.ts";
import { isTrusted, truthOf } from "./truth.ts";
import { visiblePlace } from "./visible-place.ts";
import { opaqueClass } from "./classes.ts";

/** Calls a value. Throws `diverged` when the call can only raise; what it raises is then among the frame's exits. */
export function call(machine: Machine, callee: Value, args: Arguments, place: Place, _frame?: Frame): Value {
  // A refusal that was only noted, and not returned: what the code does now it does for the one refused as well.
  if (machine.path.passedOn && !isLibrary(place.module.path)) machine.path = withStatus(machine.path, undefined);
  switch (callee.kind) {
    case "function":
      machine.watch?.passed(place);
      return callFunction(machine, callee, args, place);
    case "native":
      return callee.call(nativeCall(machine, none, args, place)) ?? callUnknown(machine, callee, args, place);
    case "method": {
      const { func, self } = callee;
      if (func.kind === "native") return func.call(nativeCall(machine, self, args, place)) ?? callUnknown(machine, callee, args, place);
      return callFunction(machine, func, { ...args, positional: [self, ...args.positional] }, place);
    }
    case "class":
      machine.watch?.passed(place);
      return instantiate(machine, callee, args, place);
    case "instance": {
      const result = callMethod(machine, callee, "__call__", args, place);
      return result ?? callUnknown(machine, callee, args, place);
    }
    case "union": {
      const options = callee.options.filter((option) => !(option.kind === "const" && option.value === null));
      const [only] = options;
      if (options.length === 1 && only) return call(machine, only, args, place);
      return callOneOf(machine, callee, options, args, place);
    }
    case "annotated":
      return call(machine, callee.base, args, place);
    case "external":
    case "symbolic":
    case "module":
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "super":
      return callUnknown(machine, callee, args, place);
    default:
      return callee satisfies never;
  }
}

/** One of several is called. Where one of them can only raise, that it was another is in force behind the call. */
function callOneOf(machine: Machine, callee: Value, options: readonly Value[], args: Arguments, place: Place): Value {
  const mark = machine.frame?.exits.length ?? 0;
  let raising = 0;
  const results = options.map((option) => {
    try {
      return call(machine, option, args, place);
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
      raising++;
      return unknown("this call raises", place);
    }
  });
  const raised = raising === 0 ? undefined : machine.frame?.exits.slice(mark).findLast((exit) => exit.kind === "raise");
  if (raised && raising === options.length) throw diverged;
  if (raised) machine.path = withCondition(machine.path, { value: callee, holds: true, place, text: "which of several functions is called here", otherwise: { kind: "raise", value: raised.value, place: raised.place } });
  return union(results, place);
}

/** Calls a method of an object when its class, as far as it is known, has it. */
export function callMethod(machine: Machine, object: Instance, name: string, args: Arguments, place: Place): Value | undefined {
  const found = findInMro(object.class, name);
  if (!found) return undefined;
  if (found.value.kind === "native") return found.value.call(nativeCall(machine, object, args, place));
  if (found.value.kind !== "function") return undefined;
  const own = found.value.binding === "static" ? args : { ...args, positional: [object, ...args.positional] };
  return callFunction(machine, found.value, own, place);
}

/** Calls within calls, those of library modules included: a bound for what their own depth does not count against. */
const deepest = 60;

/** How often a function of a library module may be within itself: a decorator of it around one of it. */
const mostNested = 12;

/** Calls within calls of the repository. What a library does on the way is its own depth. */
function depthOf(machine: Machine): number {
  return machine.calls.at(-1)?.depth ?? 0;
}

/** How often a function is already within itself from the same place; what a decorator makes of two functions is two, but in a library. */
function nestedCalls(machine: Machine, fn: FunctionValue, place: Place): number {
  let count = 0;
  const inLibrary = isLibrary(fn.place.module.path);
  for (const { function: one, place: at } of machine.calls) if (one.place.s === fn.place.s && one.place.module === fn.place.module && one.name === fn.name && (inLibrary || one.scope === fn.scope) && at.s === place.s && at.module === place.module) count++;
  return count;
}

/** How often a function of the repository may be within itself, from whatever places: one that walks a tree which is not known from several would take all of the budget. */
const mostNestedAtAll = 3;

/** How often a function is already within itself; of a decorator's function, the one around the same function. */
function nestedAtAll(machine: Machine, fn: FunctionValue): number {
  if (isLibrary(fn.place.module.path)) return 0;
  let count = 0;
  for (const { function: one } of machine.calls) if (one.place.s === fn.place.s && one.place.module === fn.place.module && one.scope === fn.scope) count++;
  return count;
}

/** Enters a function of the repository. */
export function callFunction(machine: Machine, fn: FunctionValue, args: Arguments, place: Place): Value {
  if (depthOf(machine) >= machine.limits.depth || machine.calls.length >= deepest || machine.spent(place)) return lose(machine, fn, args, place, `${symbolOf(fn.place, fn.name)} was not entered: calls are nested too deeply or the budget of steps is spent`);
  const within = nestedAtAll(machine, fn);
  if (within > 0 && onlyLooks(fn)) {
    // It turns nobody away: only what comes back is not known.
    machine.recorder?.lose(place, `${symbolOf(fn.place, fn.name)} calls itself`);
    return callUnknown(machine, fn, args, place);
  }
  if (nestedCalls(machine, fn, place) >= (isLibrary(fn.place.module.path) ? mostNested : 2) || within >= mostNestedAtAll) return lose(machine, fn, args, place, `${symbolOf(fn.place, fn.name)} calls itself`);
  const before = machine.path;
  const exits = machine.mode !== "load" && onlyWalks(fn) && !isLibrary(fn.place.module.path) && !comesFromCaller(args) ? activateBriefly(machine, fn, args, place) : activate(machine, fn, args, place);
  if (!exits) return callUnknown(machine, fn, args, place);
  const outer = machine.frame;
  const ways = exits.filter((exit) => exit.kind !== "raise");
  if (outer) for (const exit of exits) if (exit.kind === "raise") outer.exits.push({ ...exit, through: [place, ...exit.through] });
  if (ways.length === 0) {
    if (fn.isGenerator) return sequence("list", []);
    throw diverged;
  }
  // A function that can raise turned away whoever went none of these ways.
  const raises = machine.mode === "trace" && ways.length < exits.length;
  machine.path = ways.map((exit) => exit.path).reduce((a, b) => joinPaths(a, b, raises));
  if (!fn.isGenerator) {
    const answer = answerOf(machine, ways, before, place);
    if (answer) return answer;
    const byDefault = machine.mode === "load" ? answerByDefault(ways, before) : undefined;
    if (byDefault) return byDefault;
    const value = oneOf(ways.map((exit) => ({ value: exit.value, under: exit.path.conditions })), place);
    if ((value.kind === "union" || value.kind === "instance") && machine.mode !== "load") machine.lastCall = { value, ways: ways.map((exit) => ({ ...exit, through: [place, ...exit.through] })) };
    return value;
  }
  return sequence("list", ways.filter((exit) => exit.kind === "yield").map((exit) => exit.value));
}

/** Of a function that answers yes or no by what the environment says (`str_to_bool(os.getenv("DEBUG", "no"))`), the answer by the default that the code states, marked as such. */
function answerByDefault(ways: readonly Exit[], before: Machine["path"]): Value | undefined {
  if (ways.length < 2 || !ways.every(({ value }) => value.kind === "const" && typeof value.value === "boolean")) return undefined;
  const taken: Value[] = [];
  for (const way of ways) {
    const sides = above(way.path.conditions, before.conditions).map((one) => ({ one, side: conditionByDefault(one.value) }));
    if (sides.some(({ one, side }) => side?.written === true && side.holds !== one.holds)) continue;
    if (sides.some(({ side }) => side?.written !== true)) return undefined;
    taken.push(way.value);
  }
  const [only] = taken;
  return taken.length === 1 && only?.kind === "const" ? constant(only.value, true) : undefined;
}

/** What a function that answers yes or no at several ends says: yes where one of the ways to a yes was taken. */
function answerOf(machine: Machine, ways: readonly Exit[], before: Machine["path"], place: Place): Value | undefined {
  if (machine.mode === "load" || ways.length < 2) return undefined;
  const bare = ways.flatMap((exit) => (exit.value.kind === "const" && (typeof exit.value.value === "boolean" || exit.value.value === null) ? [Boolean(exit.value.value)] : []));
  if (bare.length === 0 || ways.some((exit) => exit.value.kind !== "const" && !(exit.value.kind === "symbolic" && exit.value.term.kind === "operation"))) return undefined;
  if (bare.length === ways.length && new Set(bare).size === 1) return undefined;
  const yes = ways.filter((exit) => exit.value.kind !== "const" || Boolean(exit.value.value));
  const terms = yes.map((exit): Value => {
    const conditions = above(exit.path.conditions, before.conditions).map((one) => (one.holds ? one.value : operation("not", [one.value], place)));
    const parts = exit.value.kind === "const" ? conditions : [...conditions, exit.value];
    const [only] = parts;
    return parts.length === 1 && only ? only : operation("and", parts, place);
  });
  const [only] = terms;
  return terms.length === 1 && only ? only : operation("or", terms, place);
}

/** Runs a function's body and says how it can end. The machine's path is left as the last way out left it. `atYield` runs where a generator yields, in place of noting what it yields. */
export function activate(machine: Machine, fn: FunctionValue, args: Arguments, place: Place, atYield?: AtYield): Exit[] {
  const scope = newScope("function", fn.place.module, fn.scope);
  const outer = machine.frame;
  const before = machine.path;
  scope.vars = bindArguments(machine, fn, args, place);
  const [first] = fn.params;
  const self = fn.owner && first && fn.binding !== "static" ? scope.vars.get(first.n) : undefined;
  const frame = newFrame(fn.place.module, scope, { function: fn, owner: fn.owner, self: self && self.kind !== "import" ? self : undefined, atYield });
  machine.frame = frame;
  if (machine.mode === "load") machine.ran.add(placeKey(fn.place));
  reading()?.functions.add(fn.place);
  const inLibrary = isLibrary(fn.place.module.path);
  // What decorators put around a function is a part of it.
  machine.calls.push(new CallSite(place, fn, inLibrary, depthOf(machine) + (inLibrary || fn.wraps ? 0 : 1)));
  try {
    for (const check of fn.before ?? []) check.call(nativeCall(machine, none, args, place));
    if ("k" in fn.body) frame.exits.push({ kind: "return", value: evaluate(machine, fn.body, frame), place: fn.place, path: machine.path, through: [] });
    else if (execute(machine, fn.body, frame)) frame.exits.push({ kind: "return", value: none, place: fn.place, path: machine.path, through: [] });
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
  } finally {
    machine.calls.pop();
    machine.frame = outer;
  }
  if (frame.exits.length === 0) machine.path = before;
  return frame.exits;
}

/** Steps of one walk, with all that it calls. */
const walkSteps = 600;

/**
 * Runs a function that walks over what it is given for as long as such a one may take; undefined where it takes longer. It turns nobody away, so that no more
 * is lost than what it gives back: a walk over all fields of all serializers that lead to each other would take the whole budget of the run that it is a part of.
 */
function activateBriefly(machine: Machine, fn: FunctionValue, args: Arguments, place: Place): Exit[] | undefined {
  const { limits, exhausted, path } = machine;
  if (exhausted) return activate(machine, fn, args, place);
  machine.limits = { ...limits, steps: Math.min(limits.steps, machine.steps + walkSteps) };
  try {
    const exits = activate(machine, fn, args, place);
    // What it looked at may have been a property that turns callers away.
    if (machine.exhausted === undefined || exits.some(isDenial)) return exits;
  } finally {
    machine.limits = limits;
  }
  if (machine.steps <= limits.steps) machine.exhausted = undefined;
  machine.recorder?.lose(place, `${symbolOf(fn.place, fn.name)} takes longer than is worth it for a walk that changes nothing`);
  machine.path = path;
  return undefined;
}

/** What is made of what a caller sent is followed to its end: it may be a credential. */
function comesFromCaller({ positional, keywords }: Arguments): boolean {
  const labels = label.credential | label.request;
  return [...positional, ...keywords.values()].some((value) => (labelsOf(value) & labels) !== 0);
}

function lose(machine: Machine, fn: FunctionValue, args: Arguments, place: Place, note: string): Value {
  machine.exhausted ??= place;
  machine.recorder?.lose(place, note);
  return callUnknown(machine, fn, args, place);
}

/** A call into what is not known: it is noted, and its result is known as this call. */
export function callUnknown(machine: Machine, callee: Value, args: Arguments, place: Place): Value {
  machine.uncertain++;
  machine.watch?.called(machine, callee, args, place);
  const term = callTerm(machine, callee, args, place);
  const behaviour = behaviourOf(callee, args);
  let labels = args.positional.reduce((all, value) => all | labelsOf(value), labelsOf(callee));
  for (const value of args.keywords.values()) labels |= labelsOf(value);
  if (callee.kind === "symbolic" && callee.term.kind === "attribute" && (callee.term.name === "get" || callee.term.name === "pop")) labels |= labelsOfField(callee, args.positional[0]);
  if (behaviour !== "pure") record(machine, { kind: "call", callee: term.callee, term }, place);
  if (callee.kind === "symbolic" && callee.pending) return symbolic(term, { labels, place, reason: callee.reason, pending: true });
  const byCredential = machine.mode === "anonymous" && (labels & label.credential) !== 0;
  // What code from elsewhere takes out of the whole request may be what the caller sent as a credential, where its name does not say that it is something else.
  if (machine.mode === "anonymous" && !byCredential && behaviour === "looks-up" && [...args.positional, ...args.keywords.values()].some((value) => labelsOf(value) & label.request) && !saysStatement(calledName(term.callee))) labels |= label.credential | label.guess;
  if (byCredential && behaviour === "verifies" && machine.frame) {
    machine.frame.exits.push({ kind: "raise", value: symbolic(term, { labels, place }), place, path: machine.path, through: [] });
    throw diverged;
  }
  const raised = byCredential && behaviour === "looks-up" && isTrusted(machine, labels) ? raisedForNothing(callee) : undefined;
  if (raised !== undefined && machine.frame) {
    machine.frame.exits.push({ kind: "raise", value: symbolic({ kind: "call", callee: { kind: "symbol", name: raised }, args: [], keywords: [], span: term.span }, { place }), place, path: machine.path, through: [] });
    throw diverged;
  }
  let lean: Lean | undefined;
  if (byCredential) {
    if (behaviour === "compares" && !args.positional.every((value) => isChosenByCaller(termOf(value)))) lean = { truth: false, strong: true };
    else if (behaviour === "looks-up" && !onlyReceiver(callee, args) && !hasFallback(machine, term, args)) lean = { truth: false, strong: false };
    else if (callee.kind === "symbolic" && callee.lean && !callee.lean.truth) lean = callee.lean;
  }
  const reason = callee.kind === "symbolic" && callee.reason !== undefined ? callee.reason : `${calledName(term.callee)} is outside the repository`;
  machine.doubts |= labels;
  if (machine.mode === "anonymous" && behaviour === "looks-up") entrust(machine, term, args, place);
  const type = callee.kind === "external" && isClassName(callee.name) ? opaqueClass(machine, callee.name) : undefined;
  return symbolic(term, { labels, place, lean, reason, type });
}

/** Whether the credential is only what the method hangs on: `header.split(" ")` looks nothing up. */
function onlyReceiver(callee: Value, args: Arguments): boolean {
  const inArguments = [...args.positional, ...args.keywords.values()].some((value) => labelsOf(value) & label.credential);
  return !inArguments && (labelsOf(callee) & label.credential) !== 0;
}

/** `users.get(token, GUEST)`: what is not there is something all the same. */
function hasFallback(machine: Machine, { callee }: Term & { kind: "call" }, args: Arguments): boolean {
  const [key, second] = args.positional;
  const byName = args.keywords.get("default");
  const fallback = byName ?? (callee.kind === "attribute" && (callee.name === "get" || callee.name === "pop") && key !== undefined && labelsOf(key) & label.credential ? second : undefined);
  return fallback !== undefined && truthOf(machine, fallback) !== false;
}

function callTerm(machine: Machine, callee: Value, args: Arguments, place: Place): Term & { kind: "call" } {
  const keywords: { readonly name: string; readonly value: Term }[] = [];
  for (const [name, value] of args.keywords) keywords.push({ name, value: termOf(value) });
  const term = { kind: "call", callee: termOf(callee), args: args.positional.map((value) => termOf(value)), keywords, span: spanOfPlace(visiblePlace(machine, place)) } as const;
  return args.open ? { ...term, open: true } : term;
}

/** Creates an object of a class. */
export function instantiate(machine: Machine, cls: ClassValue, args: Arguments, place: Place): Value {
  const made = cls.construct?.(nativeCall(machine, cls, args, place));
  if (made) return made;
  if (cls.opaque) return callUnknown(machine, { kind: "external", name: cls.name }, args, place);
  const member = memberByValue(cls, args);
  if (member) return member;
  const object = instanceOf(cls, visiblePlace(machine, place));
  noteBirth(machine, object);
  initialise(machine, object, args, place);
  return object;
}

/** `Colour("red")`: calling an enumeration finds the member of that value. */
function memberByValue(cls: ClassValue, args: Arguments): Value | undefined {
  const [value] = args.positional;
  if (!value || !cls.mro.some((one) => one.name === "enum.Enum")) return undefined;
  const key = keyOf(value);
  return key === undefined ? undefined : [...cls.attributes.values()].find((one) => one.kind === "instance" && one.class === cls && keyOf(one) === key);
}

/** Runs `__init__`: of the repository, of a model, or the one that dataclasses and data models generate from their fields. */
export function initialise(machine: Machine, object: Instance, args: Arguments, place: Place, after?: ClassValue): void {
  const init = findInMro(object.class, "__init__", after);
  const generated = object.class.mro.find((cls) => cls.fields.size > 0);
  const generatedFirst = generated && (!init || object.class.mro.indexOf(generated) < object.class.mro.indexOf(init.owner));
  if (init?.value.kind === "function") {
    callFunction(machine, init.value, { ...args, positional: [object, ...args.positional] }, place);
    return;
  }
  if (init?.value.kind === "native" && !generatedFirst) {
    init.value.call(nativeCall(machine, object, args, place));
    return;
  }
  const names = [...object.class.mro].reverse().flatMap((cls) => [...cls.fields.keys()]);
  for (const [index, value] of args.positional.entries()) {
    const name = names[index];
    if (name !== undefined) object.attributes.set(name, value);
  }
  for (const [name, value] of args.keywords) object.attributes.set(name, value);
  if (args.open) object.open = "it was created with arguments that are not known";
  if (init?.value.kind === "native") init.value.call(nativeCall(machine, object, args, place));
}

/** The class that a function's result is annotated with. */
export function resultClass(machine: Machine, fn: FunctionValue): ClassValue | undefined {
  const shown = fn.wraps ?? fn;
  return shown.returns ? classOf(machine, annotationOf(machine, shown.returns, shown.scope, shown.place)) : undefined;
}
