import type { Expr, Pattern } from "../syntax.ts";
import { dottedName, firstNamed, hasChild, type Lowering, namedChildren, nameOf, nextNamed } from "./lowering.ts";
import { isToken, kind, token } from "./node-kinds.ts";

/** The pattern of a `case`: several with commas between them are one sequence. */
export function lowerCasePatterns(l: Lowering, clause: number, patterns: readonly number[]): Pattern {
  const { table } = l;
  const first = patterns[0];
  const last = patterns.at(-1);
  if (first === undefined || last === undefined) return { k: "shape", s: table.start(clause), e: table.end(clause), names: [] };
  if (patterns.length === 1 && !hasChild(l, clause, token[","])) return lowerPattern(l, first);
  return { k: "shape", s: table.start(first), e: table.end(last), names: patterns.flatMap((pattern) => namesOf(l, pattern, 0)) };
}

function lowerPattern(l: Lowering, node: number, depth = 0): Pattern {
  const { table } = l;
  const s = table.start(node);
  const e = table.end(node);
  if (table.hasError(node)) return { k: "shape", s, e, names: [] };
  if (depth > 100) {
    l.cut = true;
    return { k: "shape", s, e, names: [] };
  }
  switch (table.kind(node)) {
    case kind.case_pattern: {
      const inner = firstNamed(l, node);
      if (inner < 0) return { k: "any", s, e };
      const at = table.kind(inner);
      if (at === kind.integer || at === kind.float) return { k: "value", s, e, v: signed(l, node, inner) };
      return lowerPattern(l, inner, depth + 1);
    }
    case kind.as_pattern: {
      const inner = firstNamed(l, node);
      const name = inner < 0 ? -1 : nextNamed(l, inner, table.next(node));
      if (name < 0) return { k: "shape", s, e, names: [] };
      return { k: "as", s, e, p: lowerPattern(l, inner, depth + 1), n: nameOf(l, name) };
    }
    case kind.union_pattern:
      return { k: "or", s, e, x: alternatives(l, node, depth) };
    case kind.dotted_name: {
      const name = dottedName(l, node);
      if (name === "_") return { k: "any", s, e };
      return name.includes(".") ? { k: "value", s, e, v: dotted(l, node) } : { k: "capture", s, e, n: name };
    }
    case kind.class_pattern: {
      const [callee] = namedChildren(l, node);
      const names = namesOf(l, node, depth);
      return callee === undefined ? { k: "shape", s, e, names } : { k: "shape", s, e, f: dotted(l, callee), names };
    }
    case kind.tuple_pattern: {
      const inner = namedChildren(l, node);
      const [group] = inner;
      if (group !== undefined && inner.length === 1 && !hasChild(l, node, token[","]) && !isSplat(l, group)) return lowerPattern(l, group, depth + 1);
      return { k: "shape", s, e, names: namesOf(l, node, depth) };
    }
    case kind.string:
    case kind.concatenated_string:
    case kind.true:
    case kind.false:
    case kind.none:
    case kind.integer:
    case kind.float:
      return { k: "value", s, e, v: l.expression(node) };
    case kind.complex_pattern:
      return { k: "value", s, e, v: { k: "big", s, e } };
    default:
      return { k: "shape", s, e, names: namesOf(l, node, depth) };
  }
}

/** Wildcards and signs are bare tokens between the alternatives. */
function alternatives(l: Lowering, node: number, depth: number): Pattern[] {
  const { table } = l;
  const out: Pattern[] = [];
  let sign = -1;
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) {
    const at = table.kind(child);
    if (at === token["_"]) out.push({ k: "any", s: table.start(child), e: table.end(child) });
    else if (at === token["-"]) sign = child;
    else if (!isToken(at)) {
      const pattern = lowerPattern(l, child, depth + 1);
      const s = table.start(sign);
      out.push(sign >= 0 && pattern.k === "value" ? { k: "value", s, e: pattern.e, v: { k: "unary", s, e: pattern.e, op: "-", v: pattern.v } } : pattern);
      sign = -1;
    }
  }
  return out;
}

function isSplat(l: Lowering, pattern: number): boolean {
  const inner = firstNamed(l, pattern);
  return inner >= 0 && l.table.kind(inner) === kind.splat_pattern;
}

function signed(l: Lowering, owner: number, number: number): Expr {
  const v = l.expression(number);
  return hasChild(l, owner, token["-"]) ? { k: "unary", s: l.table.start(owner), e: l.table.end(owner), op: "-", v } : v;
}

/** Names that a pattern binds, in the order written. */
function namesOf(l: Lowering, node: number, depth: number): string[] {
  const { table } = l;
  if (depth > 100) {
    l.cut = true;
    return [];
  }
  const at = table.kind(node);
  if (at === kind.dotted_name) {
    const name = dottedName(l, node);
    return name === "_" || name.includes(".") ? [] : [name];
  }
  if (at === kind.splat_pattern) {
    const name = firstNamed(l, node);
    return name < 0 ? [] : [nameOf(l, name)].filter((bound) => bound !== "_");
  }
  const children = namedChildren(l, node);
  if (at === kind.as_pattern) return children.flatMap((child) => (table.kind(child) === kind.identifier ? [nameOf(l, child)] : namesOf(l, child, depth + 1)));
  if (at === kind.class_pattern || at === kind.keyword_pattern) children.shift();
  // A key of a mapping is a value or a dotted name, never a capture.
  return children.flatMap((child) => namesOf(l, child, depth + 1));
}

/** `a.b.c` as attributes of a name. */
export function dotted(l: Lowering, node: number): Expr {
  const s = l.table.start(node);
  const e = l.table.end(node);
  const [first = "", ...rest] = dottedName(l, node).split(".");
  const plain = l.text.slice(s, e) === [first, ...rest].join(".");
  let end = s + first.length;
  let expr: Expr = { k: "name", s, e: plain ? end : e, id: first };
  for (const n of rest) {
    end += n.length + 1;
    expr = { k: "attr", s, e: plain ? end : e, o: expr, n };
  }
  return expr;
}
