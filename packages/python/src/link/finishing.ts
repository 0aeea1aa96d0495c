import { lookup } from "../evaluate/lookup.ts";
import type { Machine } from "../evaluate/machine.ts";
import { resolveImport } from "../evaluate/modules.ts";
import type { Expr, Stmt } from "../syntax.ts";
import type { FunctionValue, Place, Value } from "../values/value.ts";

type Call = Expr & { k: "call" };

/** What starts an application, or wraps it for a server or a test, adds nothing to it. */
const starting = /^(run|run_app|run_simple|run_forever|serve|listen|start|print|len|str|repr|id|isinstance|cast|AppRunner|Server|HTTPServer|WSGIServer|Config|TestClient|TestServer|AsyncClient)$/;

/**
 * What a longer function does besides (connecting, migrating, watching) leads into most of a large program: such a one is
 * not run for the application's sake.
 */
const mostStatements = 40;

/**
 * Whether a function takes an application from a factory and goes on with it: `app = create_app(); setup_routes(app)`. The
 * factory alone then shows a part of what is served. `factories` are functions that make applications.
 */
export function finishesApplication(machine: Machine, fn: FunctionValue, factories: ReadonlySet<FunctionValue>, names: ReadonlySet<string>): boolean {
  if ("k" in fn.body) return false;
  const calls: Call[] = [];
  const imports: (Stmt & { k: "from" })[] = [];
  const made = new Map<string, Call>();
  let statements = 0;
  visit(fn.body, (node) => {
    if (statementKinds.has(node.k)) statements++;
    if (node.k === "call") calls.push(node as Call);
    if (node.k === "from" && "lvl" in node) imports.push(node as Stmt & { k: "from" });
    const assigned = node.k === "assign" || node.k === "ann" ? madeBy(node as Stmt) : undefined;
    if (assigned && names.has(assigned.call.f.id)) made.set(assigned.name, assigned.call);
  });
  if (statements > mostStatements) return false;
  for (const [name, call] of made) {
    const factory = call.f.k === "name" ? calledBy(machine, fn, call.f, imports) : undefined;
    if (factory?.kind !== "function" || factory === fn || !factories.has(factory)) continue;
    if (calls.some((one) => one.s !== call.s && !starting.test(nameOf(one.f)) && (rootOf(one.f) === name || one.a.some((arg) => arg.v.k === "name" && arg.v.id === name)))) return true;
  }
  return false;
}

const statementKinds: ReadonlySet<string> = new Set(["assign", "ann", "aug", "expr", "return", "if", "for", "while", "with", "try", "raise", "from", "import"]);

/** Statements and expressions of a body, those of definitions in it left out. */
function visit(node: unknown, see: (node: { readonly k: string }) => void): void {
  if (typeof node !== "object" || node === null) return;
  if ("k" in node && typeof node.k === "string") {
    see(node as { k: string });
    if (node.k === "def" || node.k === "class" || node.k === "lambda") return;
  }
  for (const value of Object.values(node)) if (typeof value === "object") visit(value, see);
}

function madeBy(stmt: Stmt): { readonly name: string; readonly call: Call & { readonly f: Expr & { k: "name" } } } | undefined {
  const target = stmt.k === "assign" ? stmt.t[0] : stmt.k === "ann" ? stmt.t : undefined;
  const value = stmt.k === "assign" || stmt.k === "ann" ? stmt.v : undefined;
  const call = value?.k === "await" ? value.v : value;
  return target?.k === "name" && call?.k === "call" && call.f.k === "name" ? { name: target.id, call: { ...call, f: call.f } } : undefined;
}

function calledBy(machine: Machine, fn: FunctionValue, callee: Expr & { k: "name" }, imports: readonly (Stmt & { k: "from" })[]): Value | undefined {
  const place: Place = { module: fn.place.module, s: callee.s, e: callee.e };
  for (const statement of imports) {
    const found = statement.n.find((one) => (one.as ?? one.n) === callee.id);
    if (found) return resolveImport(machine, { kind: "import", module: statement.m, level: statement.lvl, name: found.n, place });
  }
  return lookup(machine, fn.scope, callee.id, place);
}

function nameOf(callee: Expr): string {
  return callee.k === "attr" ? callee.n : callee.k === "name" ? callee.id : "";
}

/** `app` of `app.router.add_get`. */
function rootOf(callee: Expr): string | undefined {
  let at = callee;
  while (at.k === "attr") at = at.o;
  return at.k === "name" && callee.k === "attr" ? at.id : undefined;
}
