import type { Expr, Stmt } from "../syntax.ts";
import { isToken, token, tokenText } from "./node-kinds.ts";
import type { SyntaxTable } from "./syntax-table.ts";

/** Nesting of statements and expressions together; Python itself stops at 100 blocks and 200 brackets. */
export const depthLimit = 400;

/** The state of lowering one module. */
export interface Lowering {
  readonly text: string;
  readonly table: SyntaxTable;
  /** Names need no normalising. */
  readonly ascii: boolean;
  /** Places that parse but are no Python 3. */
  readonly errors: { s: number; e: number }[];
  depth: number;
  cut: boolean;
  /** A `yield` was met since this was last cleared. */
  yields: boolean;
  /** Where a `with` item or `except` ends: an `as` may stand there and nowhere else. The target that was found goes to `asTarget`. */
  asEnd: number;
  asTarget: number;
  expression(node: number): Expr;
  /** The statements of a block, module or broken stretch. */
  statements(parent: number): Stmt[];
}

export function bad(l: Lowering, node: number): Expr {
  return { k: "bad", s: l.table.start(node), e: l.table.end(node) };
}

/** Identifiers are compared in NFKC (Python's lexical analysis, "Identifiers"). */
export function nameOf(l: Lowering, node: number): string {
  const name = l.text.slice(l.table.start(node), l.table.end(node));
  return l.ascii ? name : name.normalize("NFKC");
}

/** `a.b.c` without the blanks, comments and continuations that Python allows around its dots. */
export function dottedName(l: Lowering, node: number): string {
  const name = nameOf(l, node);
  return /[\s\\#]/.test(name) ? name.replaceAll(/#[^\n]*|[\s\\]+/g, "") : name;
}

/** The first child that is no token; -1 where there is none. */
export function firstNamed(l: Lowering, node: number): number {
  return namedFrom(l, node + 1, l.table.next(node));
}

/** The next sibling that is no token, before `end`; -1 where there is none. */
export function nextNamed(l: Lowering, node: number, end: number): number {
  return namedFrom(l, l.table.next(node), end);
}

function namedFrom(l: Lowering, from: number, end: number): number {
  let child = from;
  while (child < end && isToken(l.table.kind(child))) child = l.table.next(child);
  return child < end ? child : -1;
}

/** Children that are no tokens. */
export function namedChildren(l: Lowering, node: number): number[] {
  const children: number[] = [];
  const end = l.table.next(node);
  for (let child = node + 1; child < end; child = l.table.next(child)) if (!isToken(l.table.kind(child))) children.push(child);
  return children;
}

export function hasChild(l: Lowering, node: number, kind: number): boolean {
  const end = l.table.next(node);
  for (let child = node + 1; child < end; child = l.table.next(child)) if (l.table.kind(child) === kind) return true;
  return false;
}

/** The one part of a node that is an expression. */
export function only(l: Lowering, node: number): Expr {
  const child = firstNamed(l, node);
  return child < 0 ? bad(l, node) : l.expression(child);
}

/** A single part is itself; several, or one with a comma, are a tuple. */
export function oneOrTuple(l: Lowering, owner: number, parts: readonly number[]): Expr {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return bad(l, owner);
  if (parts.length === 1 && !hasChild(l, owner, token[","])) return l.expression(first);
  return { k: "tuple", s: l.table.start(first), e: l.table.end(last), x: parts.map((part) => l.expression(part)) };
}

/** The first token of a node as written. */
export function operatorOf(l: Lowering, node: number): string {
  const end = l.table.next(node);
  for (let child = node + 1; child < end; child = l.table.next(child)) {
    const at = l.table.kind(child);
    if (isToken(at)) return tokenText(at);
  }
  return "";
}
