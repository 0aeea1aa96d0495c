import type { Module } from "../modules/module.ts";
import type { Expr, Stmt } from "../syntax.ts";
import type { ClassValue, Place } from "../values/value.ts";
import type { Machine } from "./machine.ts";

/** Where the body of a class gives a name its value; undefined where it does so in a way that is not looked for. */
export function writtenInClass(cls: ClassValue, name: string): Place | undefined {
  const { place } = cls;
  if (!place) return undefined;
  const body = classBody(place.module.summary.body, place.s);
  const value = body && valueIn(body, name);
  return value && { module: place.module, s: value.s, e: value.e };
}

/** Modules that star imports are followed through. */
const deepest = 8;

/**
 * Where a module gives a name its value, or where the module does from which it imports everything; with a key, where the dictionary that the
 * name stands for has it.
 */
export function writtenInModule(machine: Machine, module: Module, name: string, key?: string, depth: number = deepest): Place | undefined {
  const { body } = module.summary;
  const inItem = key === undefined ? undefined : assignments(body).findLast(({ target }) => isItem(target, name, key))?.value;
  const value = inItem ?? valueIn(body, name);
  if (value) {
    const entry = key !== undefined && value.k === "dict" ? value.x.findLast((one) => one.key?.k === "const" && one.key.v === key)?.v : undefined;
    const shown = entry ?? value;
    return { module, s: shown.s, e: shown.e };
  }
  if (depth === 0) return undefined;
  for (const source of starSources(body).reverse()) {
    const found = machine.index.resolve(absolute(source, module), module.path);
    const other = found?.kind === "file" ? machine.modules.get(found.path) : undefined;
    const place = other && writtenInModule(machine, other, name, key, depth - 1);
    if (place) return place;
  }
  return undefined;
}

function classBody(body: readonly Stmt[], at: number): readonly Stmt[] | undefined {
  for (const stmt of statementsOf(body)) {
    if (stmt.k === "class" && stmt.ns === at) return stmt.b;
    const inside = stmt.k === "class" || stmt.k === "def" ? classBody(stmt.b, at) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function valueIn(body: readonly Stmt[], name: string): Expr | undefined {
  return assignments(body).findLast(({ target }) => target.k === "name" && target.id === name)?.value;
}

function isItem(target: Expr, name: string, key: string): boolean {
  return target.k === "sub" && target.o.k === "name" && target.o.id === name && target.i.k === "const" && target.i.v === key;
}

function assignments(body: readonly Stmt[]): { readonly target: Expr; readonly value: Expr }[] {
  return statementsOf(body).flatMap((stmt) => (stmt.k === "assign" ? stmt.t.map((target) => ({ target, value: stmt.v })) : stmt.k === "ann" && stmt.v ? [{ target: stmt.t, value: stmt.v }] : []));
}

/** The statements of a body, those under its conditions included. */
function statementsOf(body: readonly Stmt[]): Stmt[] {
  return body.flatMap((stmt): Stmt[] => {
    if (stmt.k === "if") return statementsOf([...stmt.b, ...stmt.o]);
    if (stmt.k === "try") return statementsOf([...stmt.b, ...stmt.h.flatMap((handler) => handler.b), ...stmt.o, ...stmt.f]);
    return [stmt];
  });
}

interface Source {
  readonly module: string;
  readonly level: number;
}

function starSources(body: readonly Stmt[]): Source[] {
  return statementsOf(body).flatMap((stmt) => (stmt.k === "from" && stmt.n.some(({ n }) => n === "*") ? [{ module: stmt.m, level: stmt.lvl }] : []));
}

function absolute({ module, level }: Source, from: Module): string {
  if (level === 0) return module;
  const parts = from.name.split(".");
  const isPackage = from.path.endsWith("/__init__.py");
  return [...parts.slice(0, parts.length - (isPackage ? level - 1 : level)), module].filter(Boolean).join(".");
}
