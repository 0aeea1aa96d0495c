import type { Expr, Handler, Stmt } from "../syntax.ts";
import { withTarget } from "./lower-expression.ts";
import { lowerCasePatterns } from "./lower-pattern.ts";
import { bad, depthLimit, firstNamed, hasChild, type Lowering, namedChildren, nameOf, oneOrTuple } from "./lowering.ts";
import { kind, type NamedKind, token } from "./node-kinds.ts";

type Lower = (l: Lowering, node: number) => Stmt;

/** Statements with blocks, definitions aside. Where a header did not parse, its expression is `bad` and the blocks stay. */
export const compoundStatements: Partial<Record<NamedKind, Lower>> = {
  if_statement: lowerIf,
  for_statement: lowerFor,
  while_statement: lowerWhile,
  try_statement: lowerTry,
  with_statement: lowerWith,
  match_statement: lowerMatch,
};

/** Parts of a compound statement, by kind. */
interface Parts {
  /** Expressions of the header, in order. */
  readonly header: number[];
  block: number;
  readonly clauses: number[];
}

function partsOf(l: Lowering, node: number): Parts {
  const parts: Parts = { header: [], block: -1, clauses: [] };
  for (const child of namedChildren(l, node)) {
    switch (l.table.kind(child)) {
      case kind.block:
        parts.block = child;
        break;
      case kind.elif_clause:
      case kind.else_clause:
      case kind.except_clause:
      case kind.finally_clause:
        parts.clauses.push(child);
        break;
      default:
        parts.header.push(child);
    }
  }
  return parts;
}

function blockOf(l: Lowering, block: number): Stmt[] {
  return block < 0 ? [] : l.statements(block);
}

function headerExpression(l: Lowering, node: number, header: number | undefined): Expr {
  return header === undefined || l.table.broken.has(node) ? { k: "bad", s: l.table.start(node), e: l.table.start(node) } : l.expression(header);
}

function elseBlock(l: Lowering, clauses: readonly number[]): Stmt[] {
  const clause = clauses.find((at) => l.table.kind(at) === kind.else_clause);
  return clause === undefined ? [] : blockOf(l, partsOf(l, clause).block);
}

/** The condition as written, white space folded, at most 120 characters. */
function conditionText(l: Lowering, header: number | undefined): string {
  if (header === undefined) return "";
  const s = l.table.start(header);
  // A little more than what is kept: folding shortens.
  return l.text.slice(s, Math.min(l.table.end(header), s + 2_000)).replaceAll(/\s+/g, " ").slice(0, 120);
}

function lowerIf(l: Lowering, node: number): Stmt {
  const parts = partsOf(l, node);
  return chain(l, node, parts, l.table.end(node), parts.clauses);
}

/** An `elif` is an `if` alone in the `else` of the one before it. */
function chain(l: Lowering, node: number, parts: Parts, e: number, clauses: readonly number[]): Stmt {
  const { table } = l;
  const [header] = parts.header;
  const c = headerExpression(l, node, header);
  const b = blockOf(l, parts.block);
  const [next, ...rest] = clauses;
  let o: Stmt[] = [];
  if (next !== undefined) {
    const nextParts = partsOf(l, next);
    if (table.kind(next) === kind.else_clause) o = blockOf(l, nextParts.block);
    else if (l.depth >= depthLimit) {
      l.cut = true;
      o = [{ k: "expr", s: table.start(next), e: table.end(next), v: bad(l, next) }];
    } else {
      l.depth++;
      o = [chain(l, next, nextParts, e, rest)];
      l.depth--;
    }
  }
  return { k: "if", s: table.start(node), e, c, text: conditionText(l, header), b, o };
}

function lowerFor(l: Lowering, node: number): Stmt {
  const parts = partsOf(l, node);
  const [target, over] = parts.header;
  const t = headerExpression(l, node, target);
  const it = headerExpression(l, node, over);
  return { k: "for", s: l.table.start(node), e: l.table.end(node), t, it, b: blockOf(l, parts.block), o: elseBlock(l, parts.clauses) };
}

function lowerWhile(l: Lowering, node: number): Stmt {
  const parts = partsOf(l, node);
  const c = headerExpression(l, node, parts.header[0]);
  return { k: "while", s: l.table.start(node), e: l.table.end(node), c, b: blockOf(l, parts.block), o: elseBlock(l, parts.clauses) };
}

function lowerTry(l: Lowering, node: number): Stmt {
  const { table } = l;
  const parts = partsOf(l, node);
  const b = blockOf(l, parts.block);
  const h: Handler[] = [];
  let f: Stmt[] = [];
  for (const clause of parts.clauses) {
    if (table.kind(clause) === kind.except_clause) h.push(lowerHandler(l, clause));
    else if (table.kind(clause) === kind.finally_clause) f = blockOf(l, partsOf(l, clause).block);
  }
  return { k: "try", s: table.start(node), e: table.end(node), b, h, o: elseBlock(l, parts.clauses), f };
}

function lowerHandler(l: Lowering, clause: number): Handler {
  const { table } = l;
  const parts = partsOf(l, clause);
  const handler: { s: number; e: number; x?: Expr; n?: string; b: readonly Stmt[] } = { s: table.start(clause), e: table.end(clause), b: [] };
  let types = parts.header;
  const [first] = types;
  if (table.broken.has(clause)) handler.x = headerExpression(l, clause, undefined);
  else if (first !== undefined) {
    if (types.length === 2 && types[1] !== undefined && (hasChild(l, clause, token.as) || isCaughtName(l, types[1]))) {
      // `except A, e`: Python 2 binds the name; Python 3.14 would catch both (PEP 758). Types are not named in small letters.
      if (!hasChild(l, clause, token.as)) l.errors.push({ s: table.start(clause), e: table.end(types[1]) });
      handler.n = nameOf(l, types[1]);
      types = [first];
    }
    if (types.length === 1) {
      const { v, target } = withTarget(l, first);
      const name = target === undefined ? -1 : firstNamed(l, target);
      if (name >= 0) handler.n = nameOf(l, name);
      handler.x = v;
    } else if (types.length > 1) handler.x = oneOrTuple(l, clause, types);
  }
  handler.b = blockOf(l, parts.block);
  return handler;
}

function isCaughtName(l: Lowering, node: number): boolean {
  return l.table.kind(node) === kind.identifier && /^[a-z_]/.test(nameOf(l, node));
}

function lowerWith(l: Lowering, node: number): Stmt {
  const { table } = l;
  const s = table.start(node);
  const e = table.end(node);
  const parts = partsOf(l, node);
  const i: { v: Expr; t?: Expr }[] = [];
  const [clause] = parts.header;
  if (clause === undefined || table.broken.has(node)) i.push({ v: headerExpression(l, node, undefined) });
  else {
    const items = namedChildren(l, clause);
    for (const item of items) for (const value of itemValues(l, item, items.length === 1)) i.push(withItem(l, value));
  }
  return { k: "with", s, e, i, b: blockOf(l, parts.block) };
}

/** `with (a as b, c):` holds two items, though the grammar may see a tuple or a group. */
function itemValues(l: Lowering, item: number, alone: boolean): readonly number[] {
  const value = firstNamed(l, item);
  if (value < 0) return [item];
  const at = l.table.kind(value);
  if (!alone || (at !== kind.tuple && at !== kind.parenthesized_expression) || l.table.broken.has(value)) return [value];
  const inner = namedChildren(l, value);
  return inner.length === 0 || inner.some((part) => l.table.kind(part) === kind.list_splat) ? [value] : inner;
}

function withItem(l: Lowering, value: number): { v: Expr; t?: Expr } {
  const { v, target } = withTarget(l, value);
  return target === undefined ? { v } : { v, t: l.expression(target) };
}

function lowerMatch(l: Lowering, node: number): Stmt {
  const { table } = l;
  const parts = partsOf(l, node);
  const v = table.broken.has(node) ? bad(l, node) : oneOrTuple(l, node, parts.header);
  const c = parts.block < 0 ? [] : namedChildren(l, parts.block).filter((child) => table.kind(child) === kind.case_clause);
  return { k: "match", s: table.start(node), e: table.end(node), v, c: c.map((clause) => lowerCase(l, clause)) };
}

function lowerCase(l: Lowering, clause: number): (Stmt & { k: "match" })["c"][number] {
  const { table } = l;
  const parts = partsOf(l, clause);
  const guard = parts.header.find((child) => table.kind(child) === kind.if_clause);
  const p = lowerCasePatterns(l, clause, parts.header.filter((child) => table.kind(child) !== kind.if_clause));
  if (guard === undefined) return { p, b: blockOf(l, parts.block) };
  const condition = firstNamed(l, guard);
  return { p, g: condition < 0 ? bad(l, guard) : l.expression(condition), b: blockOf(l, parts.block) };
}
