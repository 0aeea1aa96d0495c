import { compareText } from "@muster/contract";
import { activate, call } from "../evaluate/calls.ts";
import { evaluate } from "../evaluate/expressions.ts";
import { newFrame } from "../evaluate/frame.ts";
import { diverged, loadLimits, type Limits, type Machine } from "../evaluate/machine.ts";
import type { Arguments } from "../evaluate/native-call.ts";
import { findInMro } from "../evaluate/attributes.ts";
import { runModule } from "../evaluate/modules.ts";
import type { Module } from "../modules/module.ts";
import { constant, instanceOf } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { ClassValue, FunctionValue, Value } from "../values/value.ts";
import { callsIn } from "../link/call-sites.ts";
import { calleeName } from "./callee-name.ts";
import { bodyOf, type CallWatch } from "./call-watch.ts";

/** Rounds of loading what the functions of the round before ran into, and of functions that they define. */
const maxRounds = 12;
/** Functions that are run for one scan; the calls in further ones count as not reached. */
const mostFunctions = 3_000;
/** For one function: it is run for a few calls in it, not for what it does. */
const surveyLimits: Limits = { steps: 8_000, depth: 6 };
const nothing: ReadonlySet<string> = new Set();

/**
 * Runs functions that hold calls which analyses ask for and which nothing that was evaluated came by: for a caller of whom
 * nothing is known but the defaults. What they import is loaded only where what is asked for depends on it. What is left
 * then is there in the code, and not reached.
 */
export async function survey(machine: Machine, watch: CallWatch, paths: readonly string[], load: (wanted: Iterable<string>) => Promise<boolean>): Promise<void> {
  machine.missing.clear();
  const evaluated = new Set(machine.modules.keys());
  const done = new Set<string>();
  const runs = { left: mostFunctions };
  for (let round = 0; round < maxRounds; round++) {
    const wanted = new Set(paths.flatMap((path) => openIn(machine, watch, path)));
    for (const path of runFunctions(machine, watch, done, runs)) wanted.add(path);
    if (runs.left <= 0 || !(await load(wanted))) break;
    // What was run for the survey's sake alone is run anew with what is there now.
    for (const path of machine.modules.keys()) if (!evaluated.has(path)) machine.modules.delete(path);
  }
  // What cannot be had must not keep what is around it from being seen.
  watch.takesPending = true;
  for (const path of paths) openIn(machine, watch, path);
  runFunctions(machine, watch, done, runs);
  for (const path of paths) {
    const module = machine.module(path);
    if (module) noteUnreached(machine, watch, module);
  }
  machine.missing.clear();
}

/** Runs a module's top level, and says what is missing for the calls in it; nothing where all of them were come by. */
function openIn(machine: Machine, watch: CallWatch, path: string): readonly string[] {
  machine.missing.clear();
  const module = machine.module(path);
  if (!module || watch.sawAllIn(module)) return [];
  runModule(machine, module);
  // Calls inside functions are looked at when these are run.
  return watch.wantedFor(module, machine.missing);
}

/** Runs those functions of which not all calls were come by, and says what is missing for these. */
function runFunctions(machine: Machine, watch: CallWatch, done: Set<string>, runs: { left: number }): ReadonlySet<string> {
  const wanted = new Set<string>();
  const open = [...watch.functions].filter(([key, fn]) => !done.has(key) && !watch.sawAllOf(fn)).sort(([, a], [, b]) => compareText(a.place.module.path, b.place.module.path) || a.place.s - b.place.s).map(([key]) => key);
  for (const key of open) {
    // A function inside another one is made anew where that one runs, and was then seen with it.
    const fn = watch.functions.get(key);
    if (!fn || watch.sawAllOf(fn)) continue;
    if (--runs.left < 0) break;
    machine.missing.clear();
    // What callers give counts, and not the defaults.
    for (const caller of callersBeside(fn)) runAlone(machine, caller);
    if (watch.sawAllOf(fn)) continue;
    const ranOut = runAlone(machine, fn);
    // What lies behind the end of the budget is not come by with more modules either.
    if (machine.missing.size === 0) done.add(key);
    else for (const path of watch.wantedFor(fn, ranOut ? nothing : machine.missing)) wanted.add(path);
  }
  return wanted;
}

/** Functions at the top of the same module that call a function with defaults, or make an object of its class. */
function callersBeside(fn: FunctionValue): readonly FunctionValue[] {
  if (fn.defaults.size === 0) return [];
  const { module } = fn.place;
  const [last, of] = fn.name.split(".").reverse();
  const calls = callsIn(module.summary).get((last === "__init__" ? of : last) ?? "") ?? [];
  const functions = [...module.scope.vars.values()].filter((value) => value.kind === "function" && value.place.module === module && value !== fn);
  return functions.filter((value): value is FunctionValue => value.kind === "function" && calls.some(({ call: { s } }) => isInside(value, s)));
}

function isInside(fn: FunctionValue, start: number): boolean {
  const range = bodyOf(fn);
  return range !== undefined && start >= range[0] && start < range[1];
}

/** Runs a function by itself, and says whether its budget ran out. */
function runAlone(machine: Machine, fn: FunctionValue): boolean {
  const { module } = fn.place;
  return machine.within("trace", surveyLimits, () => {
    machine.frame = newFrame(module, module.scope);
    try {
      activate(machine, fn, { ...byDefault(fn), positional: receiverOf(machine, fn) }, fn.place);
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
    }
    return machine.steps > surveyLimits.steps;
  });
}

/** Defaults of parameters, as something that a caller may replace. */
function byDefault(fn: FunctionValue): Arguments {
  const keywords = new Map<string, Value>();
  for (const param of fn.params) {
    const value = fn.defaults.get(param.n);
    if (value?.kind === "const" && (param.kind === "any" || param.kind === "kw")) keywords.set(param.n, constant(value.value, value.value !== null));
  }
  // Callers may give more than is written.
  return { positional: [], keywords, open: fn.params.some((param) => param.kind === "var" || param.kind === "kwvar") };
}

function receiverOf(machine: Machine, fn: FunctionValue): readonly Value[] {
  const { owner } = fn;
  if (!owner || fn.binding === "static") return [];
  if (fn.binding === "class") return [owner];
  return [objectOf(machine, owner, fn)];
}

/** An object as its class makes one by default. */
function objectOf(machine: Machine, owner: ClassValue, fn: FunctionValue): Value {
  const init = findInMro(owner, "__init__")?.value;
  if (init?.kind !== "function" || init === fn) return instanceOf(owner, fn.place);
  try {
    const made = call(machine, owner, byDefault(init), fn.place);
    return made.kind === "instance" ? made : instanceOf(owner, fn.place);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return instanceOf(owner, fn.place);
  }
}

/** Calls that are asked for by what their callee is at the top of the module, and that nothing came by. */
function noteUnreached(machine: Machine, watch: CallWatch, module: Module): void {
  for (const call of watch.placesIn(module).named.values()) {
    if (watch.saw(module.path, call.s)) continue;
    const callee = machine.within("load", loadLimits, () => {
      const frame = newFrame(module, module.scope);
      machine.frame = frame;
      try {
        return evaluate(machine, call.f, frame);
      } catch (thrown) {
        if (thrown !== diverged) throw thrown;
        return undefined;
      }
    });
    const name = callee && calleeName(termOf(callee));
    if (name !== undefined && watch.wanted.callees.has(name)) watch.unreached(module, name, call);
  }
}
