import { evaluate } from "../evaluate/expressions.ts";
import { newFrame } from "../evaluate/frame.ts";
import { lookup } from "../evaluate/lookup.ts";
import { diverged, loadLimits, type Machine } from "../evaluate/machine.ts";
import { resolveImport } from "../evaluate/modules.ts";
import { noArguments, type Arguments } from "../evaluate/native-call.ts";
import type { Module } from "../modules/module.ts";
import type { Arg, Expr, ModuleSummary, Param, Stmt } from "../syntax.ts";
import { constant, union, unknown } from "../values/make.ts";
import type { FunctionValue, Place, Value } from "../values/value.ts";

/**
 * What callers give for the parameters of a factory, its default where one gives nothing. Callers are functions that evaluation does not run
 * (`def main(): app = create_app(prefix="")`): of what they give, constants are known, and defaults of their own parameters as
 * far as nobody replaces them. Where callers differ, or one gives what is not known, all of it may be.
 */
export function argumentsGivenElsewhere(machine: Machine, modules: readonly Module[], fn: FunctionValue): Arguments {
  const wanted = fn.params.filter((param) => param.kind === "any" || param.kind === "kw");
  if (wanted.length === 0 || fn.owner) return noArguments;
  const sites = modules.flatMap((module) => sitesIn(machine, module, fn));
  const keywords = new Map<string, Value>();
  if (sites.length === 0) return noArguments;
  for (const param of wanted) {
    const position = fn.params.filter((one) => one.kind === "any" || one.kind === "pos").indexOf(param);
    const args = sites.map((site) => argumentAt(site, param.n, position));
    if (param.d && args.every((arg) => arg === undefined)) continue;
    const given = sites.map((site, index) => givenAt(machine, site, param.n, args[index], fn.defaults.get(param.n)));
    if (given.every((value) => value.kind === "symbolic")) continue;
    keywords.set(param.n, union(distinct(given), fn.place));
  }
  return { positional: [], keywords, open: false };
}

interface Site {
  readonly module: Module;
  readonly call: Expr & { k: "call" };
  /** Parameters of the functions around the call. */
  readonly around: readonly Param[];
}

function sitesIn(machine: Machine, module: Module, fn: FunctionValue): Site[] {
  const name = fn.name.slice(fn.name.lastIndexOf(".") + 1);
  return (callsIn(module.summary).get(name) ?? []).filter(({ call, imports }) => meansFunction(machine, module, call.f, fn, name, imports)).map(({ call, around }) => ({ module, call, around }));
}

/** A call of a plain name as written, with what stands around it. */
export interface WrittenCall {
  readonly call: Expr & { k: "call" } & { readonly f: Expr & { k: "name" } };
  readonly around: readonly Param[];
  /** Imports in the functions around it. */
  readonly imports: readonly (Stmt & { k: "from" })[];
}

const written = new WeakMap<ModuleSummary, ReadonlyMap<string, readonly WrittenCall[]>>();

/** The calls of a module by what is called, under the name that it has here and the one that it was imported by. */
export function callsIn(summary: ModuleSummary): ReadonlyMap<string, readonly WrittenCall[]> {
  const known = written.get(summary);
  if (known) return known;
  const calls = new Map<string, WrittenCall[]>();
  const add = (name: string, call: WrittenCall): void => {
    const others = calls.get(name);
    if (others) others.push(call);
    else calls.set(name, [call]);
  };
  const visit = (node: object, around: readonly Param[], imports: readonly (Stmt & { k: "from" })[]): void => {
    if (Array.isArray(node)) {
      const local = node.filter((one): one is Stmt & { k: "from" } => typeof one === "object" && one !== null && (one as Partial<Stmt>).k === "from" && "m" in one);
      const inside = local.length === 0 ? imports : [...imports, ...local];
      for (const one of node) if (typeof one === "object" && one !== null) visit(one, around, inside);
      return;
    }
    const at = node as Partial<Stmt & { k: "def" }> & Partial<Expr & { k: "call" }>;
    if (at.k === "call" && at.f?.k === "name") {
      const { id } = at.f;
      const names = imports.flatMap((statement) => statement.n.flatMap((one) => (one.as === id ? [one.n] : [])));
      for (const name of new Set([id, ...names])) add(name, { call: at as WrittenCall["call"], around, imports });
    }
    const inner = at.k === "def" && at.p ? [...at.p, ...around] : around;
    for (const value of Object.values(node)) if (typeof value === "object" && value !== null) visit(value, inner, imports);
  };
  visit(summary.body, [], []);
  written.set(summary, calls);
  return calls;
}

function meansFunction(machine: Machine, module: Module, callee: Expr & { k: "name" }, fn: FunctionValue, name: string, imports: readonly (Stmt & { k: "from" })[]): boolean {
  const place: Place = { module, s: callee.s, e: callee.e };
  if (module.scope.vars.has(callee.id) && lookup(machine, module.scope, callee.id, place) === fn) return true;
  return imports.some((statement) => statement.n.some((one) => (one.as ?? one.n) === callee.id && one.n === name && resolveImport(machine, { kind: "import", module: statement.m, level: statement.lvl, name: one.n, place }) === fn));
}

function argumentAt(site: Site, name: string, position: number): Arg | undefined {
  const plain = site.call.a.every((arg) => arg.star === undefined);
  const positional = site.call.a.filter((arg) => arg.n === undefined);
  return site.call.a.find((one) => one.n === name && one.star === undefined) ?? (plain && position >= 0 ? positional[position] : undefined);
}

function givenAt(machine: Machine, site: Site, name: string, arg: Arg | undefined, fallback: Value | undefined): Value {
  const place: Place = { module: site.module, s: site.call.s, e: site.call.e };
  if (!arg) return fallback ?? unknown(`nothing is known of the argument ${name}`, place);
  return valueOf(machine, site, arg.v, place);
}

function valueOf(machine: Machine, site: Site, expr: Expr, place: Place): Value {
  switch (expr.k) {
    case "const":
      return constant(expr.v);
    case "name": {
      const param = site.around.find((one) => one.n === expr.id);
      // The default of the caller's own parameter, as for the factory's own: a text is taken as it is, a switch stays a condition.
      if (param) return param.d?.k === "const" ? constant(param.d.v, typeof param.d.v !== "string") : unknown(`nothing is known of the argument ${param.n}`, place);
      return site.module.scope.vars.has(expr.id) ? evaluated(machine, site.module, expr, place) : unknown(`the local name ${expr.id} is not followed`, place);
    }
    case "attr":
      return expr.o.k === "name" && site.module.scope.vars.has(expr.o.id) && !site.around.some((one) => expr.o.k === "name" && one.n === expr.o.id) ? evaluated(machine, site.module, expr, place) : unknown("what the caller gives is not followed", place);
    default:
      return unknown("what the caller gives is not followed", place);
  }
}

function evaluated(machine: Machine, module: Module, expr: Expr, place: Place): Value {
  return machine.within("load", loadLimits, () => {
    const frame = newFrame(module, module.scope);
    machine.frame = frame;
    try {
      return evaluate(machine, expr, frame);
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
      return unknown("what the caller gives could not be evaluated", place);
    }
  });
}

/** Equal constants once; one that the environment may replace is kept before one that it may not. */
function distinct(values: readonly Value[]): Value[] {
  const out: Value[] = [];
  for (const value of [...values].sort((a, b) => Number(isSoft(b)) - Number(isSoft(a)))) {
    if (!out.some((one) => one === value || (one.kind === "const" && value.kind === "const" && one.value === value.value))) out.push(value);
  }
  return out;
}

function isSoft(value: Value): boolean {
  return value.kind === "const" && value.soft === true;
}
