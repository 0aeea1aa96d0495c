import type { Arg, Expr, Param, Stmt } from "../syntax.ts";
import { isDocstring } from "./lower-simple-statement.ts";
import { lowerArguments } from "./lower-call.ts";
import { lowerParameters } from "./lower-parameter.ts";
import { plainString } from "./lower-string.ts";
import { bad, firstNamed, hasChild, type Lowering, namedChildren, nameOf } from "./lowering.ts";
import { kind, token } from "./node-kinds.ts";

const docLength = 400;

type Def = Stmt & { k: "def" };
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `lost`: what stood before the definition did not parse and may have been a decorator. */
export function lowerDefinition(l: Lowering, node: number, lost: boolean): Stmt {
  const { table } = l;
  const decorators: Expr[] = lost ? [{ k: "bad", s: table.start(node), e: table.start(node) }] : [];
  let definition = node;
  if (table.kind(node) === kind.decorated_definition) {
    for (const child of namedChildren(l, node)) {
      if (table.kind(child) === kind.decorator) {
        const value = firstNamed(l, child);
        // An error anywhere in a decorator makes all of it unknown: half a decorator may guard less than the whole.
        decorators.push(value < 0 || table.hasError(child) ? bad(l, child) : l.expression(value));
      } else definition = child;
    }
    if (table.broken.has(node)) decorators.push({ k: "bad", s: table.start(node), e: table.start(node) });
  }
  if (headerIsBroken(l, definition)) decorators.push({ k: "bad", s: table.start(definition), e: table.start(definition) });
  return table.kind(definition) === kind.class_definition ? lowerClass(l, definition, decorators) : lowerFunction(l, definition, decorators);
}

/** An error before the body, in a default or an annotation too: they decide who may call. */
function headerIsBroken(l: Lowering, definition: number): boolean {
  if (l.table.broken.has(definition)) return true;
  return namedChildren(l, definition).some((child) => l.table.kind(child) !== kind.block && l.table.hasError(child));
}

function lowerFunction(l: Lowering, node: number, d: Expr[]): Stmt {
  const { table } = l;
  let name = -1;
  let block = -1;
  let p: Param[] = [];
  let returns = -1;
  for (const child of namedChildren(l, node)) {
    switch (table.kind(child)) {
      case kind.identifier:
        name = child;
        break;
      case kind.parameters:
        p = lowerParameters(l, child);
        break;
      case kind.type:
        returns = child;
        break;
      case kind.block:
        block = child;
        break;
    }
  }
  const r = returns < 0 ? undefined : l.expression(returns);
  const outer = l.yields;
  l.yields = false;
  const b = block < 0 ? [] : l.statements(block);
  const yields = l.yields;
  l.yields = outer;
  const def: Mutable<Def> = {
    k: "def", s: table.start(node), e: table.end(node), n: name < 0 ? "" : nameOf(l, name),
    ns: name < 0 ? table.start(node) : table.start(name), ne: name < 0 ? table.start(node) : table.end(name), p, d, b,
  };
  if (hasChild(l, node, token.async)) def.async = true;
  if (yields) def.gen = true;
  if (r) def.r = r;
  const doc = docstring(l, block);
  if (doc !== undefined) def.doc = doc;
  return def;
}

function lowerClass(l: Lowering, node: number, d: Expr[]): Stmt {
  const { table } = l;
  let name = -1;
  let block = -1;
  let a: Arg[] = [];
  for (const child of namedChildren(l, node)) {
    switch (table.kind(child)) {
      case kind.identifier:
        name = child;
        break;
      case kind.argument_list:
        a = table.hasError(child) ? [{ v: bad(l, child) }] : lowerArguments(l, child);
        break;
      case kind.block:
        block = child;
        break;
    }
  }
  const outer = l.yields;
  const b = block < 0 ? [] : l.statements(block);
  l.yields = outer;
  const doc = docstring(l, block);
  const at = { k: "class" as const, s: table.start(node), e: table.end(node), n: name < 0 ? "" : nameOf(l, name) };
  const stmt = { ...at, ns: name < 0 ? at.s : table.start(name), ne: name < 0 ? at.s : table.end(name), a, d, b };
  return doc === undefined ? stmt : { ...stmt, doc };
}

function docstring(l: Lowering, block: number): string | undefined {
  const first = block < 0 ? -1 : firstNamed(l, block);
  if (first < 0 || l.table.kind(first) !== kind.expression_statement || !isDocstring(l, first)) return undefined;
  const value = firstNamed(l, first);
  return value < 0 ? undefined : plainString(l, value)?.slice(0, docLength);
}
