import { compareText } from "@muster/contract";
import { activate, call } from "../evaluate/calls.ts";
import { evaluate } from "../evaluate/expressions.ts";
import { newFrame } from "../evaluate/frame.ts";
import { diverged, loadLimits, type Limits, type Machine } from "../evaluate/machine.ts";
import type { Arguments } from "../evaluate/native-call.ts";
import { findInMro } from "../evaluate/attributes.ts";
import type { Module } from "../modules/module.ts";
import { constant, instanceOf } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { ClassValue, FunctionValue, Value } from "../values/value.ts";
import { calleeName } from "./callee-name.ts";
import type { CallWatch } from "./call-watch.ts";

/** Rounds of loading what the functions of the round before ran into, and of functions that they define. */
const maxRounds = 12;
/** Functions that are run for one scan; the calls in further ones count as not reached. */
const mostFunctions = 3_000;
/** For one function: it is run for a few calls in it, not for what it does. */
const surveyLimits: Limits = { steps: 8_000, depth: 6 };

/**
 * Runs functions that hold calls which analyses ask for and which nothing that was evaluated came by: for a caller of whom
 * nothing is known but the defaults. What is left then is there in the code, and not reached.
 */
export async function survey(machine: Machine, watch: CallWatch, modules: readonly Module[], load: (wanted: Iterable<string>) => Promise<boolean>): Promise<void> {
  const done = new Set<string>();
  let runs = 0;
  for (let round = 0; round < maxRounds; round++) {
    const wanted = new Set<string>();
    const open = [...watch.functions].filter(([key, fn]) => !done.has(key) && !watch.sawAllOf(fn)).sort(([, a], [, b]) => compareText(a.place.module.path, b.place.module.path) || a.place.s - b.place.s).map(([key]) => key);
    for (const key of open) {
      // A function inside another one is made anew where that one runs, and was then seen with it.
      const fn = watch.functions.get(key);
      if (!fn || watch.sawAllOf(fn)) continue;
      if (++runs > mostFunctions) break;
      machine.missing.clear();
      runAlone(machine, fn);
      if (machine.missing.size === 0) done.add(key);
      for (const path of machine.missing) wanted.add(path);
    }
    const found = await load(wanted);
    // What cannot be had stays missing: it must not keep what is around it from being seen.
    if (!found) for (const key of open) done.add(key);
    if (open.length === 0 || runs > mostFunctions) break;
  }
  machine.missing.clear();
  for (const module of modules) noteUnreached(machine, watch, module);
  machine.missing.clear();
}

function runAlone(machine: Machine, fn: FunctionValue): void {
  const { module } = fn.place;
  machine.within("trace", surveyLimits, () => {
    machine.frame = newFrame(module, module.scope);
    try {
      activate(machine, fn, { ...byDefault(fn), positional: receiverOf(machine, fn) }, fn.place);
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
    }
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
