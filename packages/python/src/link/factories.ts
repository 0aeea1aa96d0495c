import { getAttribute } from "../evaluate/attributes.ts";
import { call } from "../evaluate/calls.ts";
import { newFrame } from "../evaluate/frame.ts";
import { lookup } from "../evaluate/lookup.ts";
import { diverged, loadLimits, placeKey, type Machine } from "../evaluate/machine.ts";
import { noArguments } from "../evaluate/native-call.ts";
import { start } from "../evaluate/path.ts";
import { execute } from "../evaluate/statements.ts";
import { applicationHolders, registeringMethods } from "./application-holders.ts";
import { argumentsGivenElsewhere } from "./call-sites.ts";
import { finishesApplication } from "./finishing.ts";
import { callsOf, isNamed, mayMake } from "./made-by-calls.ts";
import { Module } from "../modules/module.ts";
import type { Expr } from "../syntax.ts";
import { instanceOf } from "../values/make.ts";
import type { ClassValue, FunctionValue, Place, Value } from "../values/value.ts";

/**
 * Calls functions that make an application and that nothing in the repository calls: a server starts them by name
 * (`uvicorn app:create_app --factory`).
 */
export function runFactories(machine: Machine, modules: readonly Module[], applications: readonly string[]): void {
  runPrograms(machine, modules, applications);
  const factories = factoriesIn(machine, modules, applications);
  const names = new Set([...factories].map((fn) => fn.name));
  for (const module of modules) {
    for (const bound of Array.from(module.scope.vars.values())) {
      if (bound.kind === "function" && bound.place.module === module && !machine.ran.has(placeKey(bound.place)) && finishesApplication(machine, bound, factories, names)) runFactory(machine, modules, bound, undefined);
    }
  }
  // A factory that was called with less than other functions give it makes more for them.
  for (const module of modules) {
    for (const bound of Array.from(module.scope.vars.values())) {
      if (bound.kind === "function" && bound.place.module === module && !machine.ran.has(placeKey(bound.place)) && givesToFactory(machine, bound, applications)) runFactory(machine, modules, bound, undefined);
    }
  }
  const makes = (fn: FunctionValue): boolean => !("k" in fn.body) && callsOf(fn.body, applications).some((one) => isApplication(machine, one.f, fn, applications));
  for (const { cls, methods } of applicationHolders(machine, modules, makes)) runHolder(machine, cls, methods);
  const isMade = (value: Value | undefined): boolean => value?.kind === "instance" && value.class.mro.some((cls) => applications.includes(cls.name));
  for (const { cls, method } of registeringMethods(machine, modules, isMade)) runHolder(machine, cls, [method]);
  for (const module of modules) {
    const made = new Set(machine.created.filter((one) => one.instance.place.module === module).map((one) => one.instance.place.s));
    for (const bound of Array.from(module.scope.vars.values())) {
      if (bound.kind === "function" && bound.place.module === module) tryFactory(machine, modules, bound, undefined, made, applications);
      if (bound.kind === "class" && bound.place?.module === module) {
        for (const method of Array.from(bound.attributes.values())) if (method.kind === "function" && method.owner === bound) tryFactory(machine, modules, method, bound, made, applications);
      }
    }
  }
}

/** What a module does only when it is run as a program (`if __name__ == "__main__":`), where it makes an application there: done in the module itself. */
function runPrograms(machine: Machine, modules: readonly Module[], applications: readonly string[]): void {
  for (const module of modules) {
    for (const stmt of module.summary.body) {
      if (stmt.k !== "if" || !isMain(stmt.c) || !callsOf(stmt.b, applications).some((one) => mayMake(one.f, applications) && isApplication(machine, one.f, module, applications))) continue;
      machine.within("load", loadLimits, () => {
        machine.frame = newFrame(module, module.scope);
        machine.path = start;
        try {
          execute(machine, stmt.b, machine.frame);
        } catch (thrown) {
          if (thrown !== diverged) throw thrown;
        }
      });
    }
  }
}

/** `__name__ == "__main__"`. */
function isMain(condition: Expr): boolean {
  return condition.k === "cmp" && condition.l.k === "name" && condition.l.id === "__name__";
}

/** Functions at the top of modules that make an application. */
function factoriesIn(machine: Machine, modules: readonly Module[], applications: readonly string[]): Set<FunctionValue> {
  const out = new Set<FunctionValue>();
  for (const module of modules) {
    for (const bound of Array.from(module.scope.vars.values())) {
      if (bound.kind !== "function" || bound.place.module !== module || "k" in bound.body) continue;
      if (callsOf(bound.body, applications).some((one) => isApplication(machine, one.f, bound, applications))) out.add(bound);
    }
  }
  return out;
}

function tryFactory(machine: Machine, modules: readonly Module[], fn: FunctionValue, owner: ClassValue | undefined, made: ReadonlySet<number>, applications: readonly string[]): void {
  if ("k" in fn.body) return;
  const creating = callsOf(fn.body, applications).filter((one) => isApplication(machine, one.f, fn, applications));
  if (creating.length === 0 || creating.some((one) => made.has(one.s))) return;
  runFactory(machine, modules, fn, owner);
}

/** `def create_app(): return factory.make(blueprints=ALL)`: a function that calls a factory, with what it is to make. */
function givesToFactory(machine: Machine, fn: FunctionValue, applications: readonly string[]): boolean {
  if ("k" in fn.body) return false;
  return callsOf(fn.body, []).some((one) => {
    if (one.a.length === 0) return false;
    const called = calleeOf(machine, one.f, fn);
    // Where nothing called it yet, what callers give it is gathered when it is.
    if (called?.kind !== "function" || called === fn || "k" in called.body || !machine.ran.has(placeKey(called.place))) return false;
    return callsOf(called.body, applications).some((creating) => isApplication(machine, creating.f, called, applications));
  });
}

function runFactory(machine: Machine, modules: readonly Module[], fn: FunctionValue, owner: ClassValue | undefined): void {
  const given = argumentsGivenElsewhere(machine, modules, fn);
  machine.within("load", loadLimits, () => {
    machine.frame = newFrame(fn.place.module, fn.place.module.scope);
    try {
      const callee: Value = owner && fn.binding === "instance" ? { kind: "method", self: makeOwner(machine, owner, fn.place), func: fn } : owner && fn.binding === "class" ? { kind: "method", self: owner, func: fn } : fn;
      if (fn.name.endsWith("__init__") && owner) call(machine, owner, { ...noArguments, open: true }, fn.place);
      else call(machine, callee, given, fn.place);
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
    }
  });
}

/** Makes an object and calls its methods one after the other, as a program would. */
function runHolder(machine: Machine, owner: ClassValue, methods: readonly FunctionValue[]): void {
  const [first] = methods;
  if (!first) return;
  machine.within("load", loadLimits, () => {
    machine.frame = newFrame(first.place.module, first.place.module.scope);
    const self = makeOwner(machine, owner, first.place);
    for (const func of methods) {
      try {
        call(machine, { kind: "method", self, func }, { ...noArguments, open: true }, func.place);
      } catch (thrown) {
        if (thrown !== diverged) throw thrown;
      }
    }
  });
}

function makeOwner(machine: Machine, owner: ClassValue, place: Place): Value {
  try {
    const object = call(machine, owner, noArguments, place);
    return object.kind === "instance" ? object : instanceOf(owner, place);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return instanceOf(owner, place);
  }
}

function calleeOf(machine: Machine, callee: Expr, at: FunctionValue | Module): Value | undefined {
  const place: Place = { module: at instanceof Module ? at : at.place.module, s: callee.s, e: callee.e };
  if (callee.k === "name") return lookup(machine, at.scope, callee.id, place);
  if (callee.k !== "attr") return undefined;
  const owner = calleeOf(machine, callee.o, at);
  // `tornado.web.Application`: what further objects have is not asked for, for that may run code.
  return owner && (callee.o.k === "name" || owner.kind === "module") ? getAttribute(machine, owner, callee.n, place) : undefined;
}

function isApplication(machine: Machine, callee: Expr, at: FunctionValue | Module, applications: readonly string[]): boolean {
  if (callee.k === "attr" && applications.some((name) => name.startsWith(".") && isNamed(callee, name.slice(1).split(".")))) return true;
  const value = calleeOf(machine, callee, at);
  return value?.kind === "class" && value.mro.some((cls) => applications.includes(cls.name));
}
