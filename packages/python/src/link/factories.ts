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
import { Module } from "../modules/module.ts";
import type { Expr, Stmt } from "../syntax.ts";
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
  const makes = (fn: FunctionValue): boolean => !("k" in fn.body) && callsOf(fn.body).some((one) => isApplication(machine, one.f, fn, applications));
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
      if (stmt.k !== "if" || !isMain(stmt.c) || !callsOf(stmt.b).some((one) => isApplication(machine, one.f, module, applications))) continue;
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
      const calls: (Expr & { k: "call" })[] = [];
      collectCalls(bound.body, calls);
      if (calls.some((one) => isApplication(machine, one.f, bound, applications))) out.add(bound);
    }
  }
  return out;
}

function tryFactory(machine: Machine, modules: readonly Module[], fn: FunctionValue, owner: ClassValue | undefined, made: ReadonlySet<number>, applications: readonly string[]): void {
  if ("k" in fn.body) return;
  const calls: (Expr & { k: "call" })[] = [];
  collectCalls(fn.body, calls);
  const creating = calls.filter((one) => isApplication(machine, one.f, fn, applications));
  if (creating.length === 0 || creating.some((one) => made.has(one.s))) return;
  runFactory(machine, modules, fn, owner);
}

/** `def create_app(): return factory.make(blueprints=ALL)`: a function that calls a factory, with what it is to make. */
function givesToFactory(machine: Machine, fn: FunctionValue, applications: readonly string[]): boolean {
  if ("k" in fn.body) return false;
  const calls: (Expr & { k: "call" })[] = [];
  collectCalls(fn.body, calls);
  return calls.some((one) => {
    if (one.a.length === 0) return false;
    const called = calleeOf(machine, one.f, fn);
    // Where nothing called it yet, what callers give it is gathered when it is.
    if (called?.kind !== "function" || called === fn || "k" in called.body || !machine.ran.has(placeKey(called.place))) return false;
    const inner: (Expr & { k: "call" })[] = [];
    collectCalls(called.body, inner);
    return inner.some((creating) => isApplication(machine, creating.f, called, applications));
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

/** Whether an expression ends in these names: `cherrypy.tree.mount` in `tree.mount`. */
function isNamed(callee: Expr, names: readonly string[]): boolean {
  const [last, ...before] = names.toReversed();
  if (callee.k === "name") return before.length === 0 && callee.id === last;
  return callee.k === "attr" && callee.n === last && (before.length === 0 || isNamed(callee.o, before.toReversed()));
}

function isApplication(machine: Machine, callee: Expr, at: FunctionValue | Module, applications: readonly string[]): boolean {
  if (callee.k === "attr" && applications.some((name) => name.startsWith(".") && isNamed(callee, name.slice(1).split(".")))) return true;
  const value = calleeOf(machine, callee, at);
  return value?.kind === "class" && value.mro.some((cls) => applications.includes(cls.name));
}

function callsOf(body: readonly Stmt[]): (Expr & { k: "call" })[] {
  const out: (Expr & { k: "call" })[] = [];
  collectCalls(body, out);
  return out;
}

/** Calls in the statements of a body, nested blocks included and nested definitions left out. */
function collectCalls(body: readonly Stmt[], out: (Expr & { k: "call" })[]): void {
  for (const stmt of body) {
    switch (stmt.k) {
      case "assign":
      case "expr":
        collectNested(stmt.v, out);
        break;
      case "ann":
      case "return":
        if (stmt.v) collectNested(stmt.v, out);
        break;
      case "if":
      case "for":
      case "while":
        collectCalls(stmt.b, out);
        collectCalls(stmt.o, out);
        break;
      case "with":
        for (const { v } of stmt.i) collectNested(v, out);
        collectCalls(stmt.b, out);
        break;
      case "try":
        collectCalls(stmt.b, out);
        for (const handler of stmt.h) collectCalls(handler.b, out);
        collectCalls(stmt.o, out);
        collectCalls(stmt.f, out);
        break;
      default:
        break;
    }
  }
}

/** A call, and those that its arguments and what it is called on are made by: `HTTPServer(Application(routes)).listen(port)`. */
function collectNested(expr: Expr, out: (Expr & { k: "call" })[]): void {
  if (expr.k === "attr") return collectNested(expr.o, out);
  if (expr.k !== "call") return;
  out.push(expr);
  collectNested(expr.f, out);
  for (const { v } of expr.a) collectNested(v, out);
}
