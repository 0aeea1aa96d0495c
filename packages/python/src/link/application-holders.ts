import { placeKey, type Machine } from "../evaluate/machine.ts";
import type { Module } from "../modules/module.ts";
import type { Expr } from "../syntax.ts";
import type { ClassValue, FunctionValue, Value } from "../values/value.ts";

/** A class that makes an application in one of its methods, and the methods to be called on an object of it. */
export interface ApplicationHolder {
  readonly cls: ClassValue;
  readonly methods: readonly FunctionValue[];
}

/**
 * Classes whose objects hold an application that their methods put together: `self.app = Application()` in one,
 * `self.app.add_routes(…)` in another, and a program calls a method that leads to all of them. `makes` says whether a function makes an application.
 */
export function applicationHolders(machine: Machine, modules: readonly Module[], makes: (fn: FunctionValue) => boolean): ApplicationHolder[] {
  const out: ApplicationHolder[] = [];
  for (const module of modules) {
    for (const bound of Array.from(module.scope.vars.values())) {
      if (bound.kind !== "class" || bound.place?.module !== module) continue;
      const methods = methodsOf(bound);
      const makers = new Set([...methods].filter(([, fn]) => makes(fn)).map(([name]) => name));
      if (makers.size > 0) out.push({ cls: bound, methods: outermost(methods, makers).filter((fn) => !machine.ran.has(placeKey(fn.place))) });
    }
  }
  return out.filter(({ methods }) => methods.length > 0);
}

/** How frameworks are told of parts of an application. */
const registering: ReadonlySet<string> = new Set(["register_blueprint", "include_router", "add_url_rule", "add_routes", "add_route", "add_api_route", "add_subapp", "add_websocket_route", "add_handlers", "blueprint", "mount"]);

/**
 * Methods that nothing ran, and that register on an application of their module's: `app = Flask(…)`, and in a method of a server's class
 * `app.register_blueprint(…)`. `isApplication` says whether a value is one.
 */
export function registeringMethods(machine: Machine, modules: readonly Module[], isApplication: (value: Value | undefined) => boolean): { readonly cls: ClassValue; readonly method: FunctionValue }[] {
  const out: { readonly cls: ClassValue; readonly method: FunctionValue }[] = [];
  for (const module of modules) {
    const known = new Set([...module.scope.vars].filter(([, value]) => value.kind === "instance" && isApplication(value)).map(([name]) => name));
    if (known.size === 0) continue;
    for (const bound of Array.from(module.scope.vars.values())) {
      if (bound.kind !== "class" || bound.place?.module !== module) continue;
      for (const method of methodsOf(bound).values()) if (!machine.ran.has(placeKey(method.place)) && registersOn(known, method)) out.push({ cls: bound, method });
    }
  }
  return out;
}

function registersOn(known: ReadonlySet<string>, fn: FunctionValue): boolean {
  let registers = false;
  visit(fn.body, (node) => {
    if (node.k === "attr" && node.o.k === "name" && known.has(node.o.id) && registering.has(node.n)) registers = true;
  });
  return registers;
}

function methodsOf(cls: ClassValue): ReadonlyMap<string, FunctionValue> {
  return new Map([...cls.attributes].flatMap(([name, value]) => (value.kind === "function" && value.owner === cls && !("k" in value.body) ? [[name, value] as const] : [])));
}

/** Methods that no other one leads to, and that lead to where the application is made or to what holds it. */
function outermost(methods: ReadonlyMap<string, FunctionValue>, makers: ReadonlySet<string>): FunctionValue[] {
  const used = new Map([...methods].map(([name, fn]) => [name, namesOnSelf(fn)]));
  const held = new Set([...makers].flatMap((name) => [...assignedOnSelf(methods.get(name))]));
  const led = new Map([...methods.keys()].map((name) => [name, reach(name, used)]));
  const inner = new Set([...led].flatMap(([name, names]) => [...names].filter((one) => one !== name && !led.get(one)?.has(name))));
  return [...methods].flatMap(([name, fn]) => {
    const names = led.get(name) ?? new Set<string>();
    const isWanted = name !== "__init__" && !inner.has(name) && fn.binding === "instance" && [...names].some((one) => one !== name && (makers.has(one) ? one !== "__init__" : held.has(one)));
    return isWanted ? [fn] : [];
  });
}

/** Everything that a method comes by on its own object, directly or through other methods. */
function reach(name: string, used: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const out = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of used.get(next) ?? []) {
      if (out.has(one)) continue;
      out.add(one);
      open.push(one);
    }
  }
  return out;
}

function namesOnSelf(fn: FunctionValue): Set<string> {
  const self = fn.params[0]?.n;
  const out = new Set<string>();
  visit(fn.body, (node) => {
    if (node.k === "attr" && node.o.k === "name" && node.o.id === self) out.add(node.n);
  });
  return out;
}

/** Attributes of the object that a method binds. */
function assignedOnSelf(fn: FunctionValue | undefined): Set<string> {
  const self = fn?.params[0]?.n;
  const out = new Set<string>();
  const bind = (target: Expr): void => {
    if (target.k === "attr" && target.o.k === "name" && target.o.id === self) out.add(target.n);
  };
  visit(fn?.body, (node) => {
    if (node.k === "assign" && node.v.k === "call") for (const target of node.t) bind(target);
    if (node.k === "ann" && node.v?.k === "call") bind(node.t);
  });
  return out;
}

type Node = Expr | Extract<FunctionValue["body"], readonly unknown[]>[number];

/** Every statement and expression says its kind in `k`. */
function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  if ("k" in node && typeof node.k === "string") see(node as Node);
  for (const value of Object.values(node)) if (typeof value === "object") visit(value, see);
}
