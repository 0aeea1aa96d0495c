import type { Expr } from "../syntax.ts";
import { liftStar } from "./lift-star.ts";
import { decodeNumber } from "./literals.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerComprehension } from "./lower-comprehension.ts";
import { lowerBinary, lowerBoolean, lowerComparison, lowerConditional } from "./lower-operator.ts";
import { lowerParameters } from "./lower-parameter.ts";
import { lowerConcatenatedString, lowerString } from "./lower-string.ts";
import { lowerGenericType, lowerUnionType } from "./lower-type.ts";
import { bad, depthLimit, firstNamed, hasChild, type Lowering, namedChildren, nameOf, nextNamed, oneOrTuple, only, operatorOf } from "./lowering.ts";
import { isToken, kind, type NamedKind, token } from "./node-kinds.ts";

type Lower = (l: Lowering, node: number) => Expr;

const lowerings: Partial<Record<NamedKind, Lower>> = {
  identifier: (l, node) => ({ k: "name", s: l.table.start(node), e: l.table.end(node), id: nameOf(l, node) }),
  true: (l, node) => ({ k: "const", s: l.table.start(node), e: l.table.end(node), v: true }),
  false: (l, node) => ({ k: "const", s: l.table.start(node), e: l.table.end(node), v: false }),
  none: (l, node) => ({ k: "const", s: l.table.start(node), e: l.table.end(node), v: null }),
  ellipsis: (l, node) => ({ k: "ellipsis", s: l.table.start(node), e: l.table.end(node) }),
  integer: lowerNumber,
  float: lowerNumber,
  string: lowerString,
  concatenated_string: lowerConcatenatedString,
  attribute: lowerAttribute,
  call: lowerCall,
  subscript: lowerSubscript,
  slice: lowerSlice,
  tuple: (l, node) => elements(l, node, "tuple"),
  list: (l, node) => elements(l, node, "list"),
  set: (l, node) => elements(l, node, "set"),
  expression_list: (l, node) => elements(l, node, "tuple"),
  pattern_list: (l, node) => elements(l, node, "tuple"),
  list_pattern: (l, node) => elements(l, node, "list"),
  // The grammar knows no bracketed single target: without a comma `(a)` is `a`.
  tuple_pattern: (l, node) => (isGroup(l, node) ? only(l, node) : elements(l, node, "tuple")),
  dictionary: lowerDictionary,
  list_comprehension: (l, node) => lowerComprehension(l, node, "list"),
  set_comprehension: (l, node) => lowerComprehension(l, node, "set"),
  generator_expression: (l, node) => lowerComprehension(l, node, "gen"),
  dictionary_comprehension: (l, node) => lowerComprehension(l, node, "dict"),
  list_splat: (l, node) => star(l, node, 1),
  list_splat_pattern: (l, node) => star(l, node, 1),
  splat_type: (l, node) => star(l, node, 1),
  dictionary_splat: (l, node) => star(l, node, 2),
  parenthesized_expression: only,
  parenthesized_list_splat: only,
  as_pattern_target: only,
  type: only,
  as_pattern: lowerAs,
  not_operator: (l, node) => ({ k: "not", s: l.table.start(node), e: l.table.end(node), v: only(l, node) }),
  unary_operator: (l, node) => ({ k: "unary", s: l.table.start(node), e: l.table.end(node), op: operatorOf(l, node), v: only(l, node) }),
  await: (l, node) => ({ k: "await", s: l.table.start(node), e: l.table.end(node), v: only(l, node) }),
  binary_operator: lowerBinary,
  boolean_operator: lowerBoolean,
  comparison_operator: lowerComparison,
  conditional_expression: lowerConditional,
  named_expression: lowerWalrus,
  lambda: lowerLambda,
  yield: lowerYield,
  generic_type: lowerGenericType,
  union_type: lowerUnionType,
  member_type: lowerAttribute,
};

/** By the number of the node's kind: one step instead of a comparison with each. */
const byKind: (Lower | undefined)[] = [];
for (const name of Object.keys(lowerings) as NamedKind[]) byKind[kind[name]] = lowerings[name];

const asterisk = 0x2a;

/** An expression, assignment target or annotation. What is no expression, is broken or lies too deep is `bad`. */
export function lowerExpression(l: Lowering, node: number): Expr {
  const lower = byKind[l.table.kind(node)];
  if (!lower || l.table.broken.has(node)) return bad(l, node);
  if (l.depth >= depthLimit) {
    l.cut = true;
    return bad(l, node);
  }
  l.depth++;
  const expr = lower(l, node);
  l.depth--;
  return l.text.charCodeAt(l.table.start(node)) === asterisk ? liftStar(expr) : expr;
}

/** `a if b else c as d`: the grammar binds `as` to the last part, Python to all. The target goes to who allows one. */
function lowerAs(l: Lowering, node: number): Expr {
  const value = firstNamed(l, node);
  const target = value < 0 ? -1 : nextNamed(l, value, l.table.next(node));
  if (target < 0 || l.asTarget >= 0 || l.table.end(node) !== l.asEnd) return bad(l, node);
  l.asTarget = target;
  return l.expression(value);
}

/** An expression that `as` and a target may follow. */
export function withTarget(l: Lowering, node: number): { readonly v: Expr; readonly target?: number } {
  l.asEnd = l.table.end(node);
  l.asTarget = -1;
  const v = l.expression(node);
  const target = l.asTarget;
  l.asEnd = -1;
  l.asTarget = -1;
  return target < 0 ? { v } : { v, target };
}

function isGroup(l: Lowering, node: number): boolean {
  return namedChildren(l, node).length === 1 && !hasChild(l, node, token[","]);
}

function lowerNumber(l: Lowering, node: number): Expr {
  const s = l.table.start(node);
  const e = l.table.end(node);
  const value = decodeNumber(l.text.slice(s, e));
  if (value === undefined) {
    l.errors.push({ s, e });
    return { k: "bad", s, e };
  }
  return value === "big" ? { k: "big", s, e } : { k: "const", s, e, v: value };
}

function lowerAttribute(l: Lowering, node: number): Expr {
  const object = firstNamed(l, node);
  const name = object < 0 ? -1 : nextNamed(l, object, l.table.next(node));
  if (name < 0) return bad(l, node);
  return { k: "attr", s: l.table.start(node), e: l.table.end(node), o: l.expression(object), n: nameOf(l, name) };
}

function lowerSubscript(l: Lowering, node: number): Expr {
  const parts = namedChildren(l, node);
  const [object, ...indexes] = parts;
  if (object === undefined || indexes.length === 0) return bad(l, node);
  return { k: "sub", s: l.table.start(node), e: l.table.end(node), o: l.expression(object), i: oneOrTuple(l, node, indexes) };
}

function lowerSlice(l: Lowering, node: number): Expr {
  const { table } = l;
  const slice: { k: "slice"; s: number; e: number; lo?: Expr; hi?: Expr; step?: Expr } = { k: "slice", s: table.start(node), e: table.end(node) };
  let colons = 0;
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) {
    if (table.kind(child) === token[":"]) colons++;
    else if (colons === 0) slice.lo = l.expression(child);
    else if (colons === 1) slice.hi = l.expression(child);
    else slice.step = l.expression(child);
  }
  return slice;
}

function elements(l: Lowering, node: number, k: "tuple" | "list" | "set"): Expr {
  const { table } = l;
  const x: Expr[] = [];
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) if (!isToken(table.kind(child))) x.push(l.expression(child));
  return { k, s: table.start(node), e: table.end(node), x };
}

function lowerDictionary(l: Lowering, node: number): Expr {
  const { table } = l;
  const x: { key?: Expr; v: Expr }[] = [];
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) {
    if (table.kind(child) === kind.pair) {
      const key = firstNamed(l, child);
      const value = key < 0 ? -1 : nextNamed(l, key, table.next(child));
      x.push(value < 0 ? { v: bad(l, child) } : { key: l.expression(key), v: l.expression(value) });
    } else x.push({ v: only(l, child) });
  }
  return { k: "dict", s: table.start(node), e: table.end(node), x };
}

function star(l: Lowering, node: number, n: 1 | 2): Expr {
  return { k: "star", s: l.table.start(node), e: l.table.end(node), v: only(l, node), n };
}

function lowerWalrus(l: Lowering, node: number): Expr {
  const name = firstNamed(l, node);
  const value = name < 0 ? -1 : nextNamed(l, name, l.table.next(node));
  if (value < 0) return bad(l, node);
  return { k: "walrus", s: l.table.start(node), e: l.table.end(node), n: nameOf(l, name), v: l.expression(value) };
}

function lowerLambda(l: Lowering, node: number): Expr {
  const first = firstNamed(l, node);
  if (first < 0) return bad(l, node);
  const listed = l.table.kind(first) === kind.lambda_parameters;
  const body = listed ? nextNamed(l, first, l.table.next(node)) : first;
  if (body < 0) return bad(l, node);
  const p = listed ? lowerParameters(l, first) : [];
  const outer = l.yields;
  const b = l.expression(body);
  l.yields = outer;
  return { k: "lambda", s: l.table.start(node), e: l.table.end(node), p, b };
}

function lowerYield(l: Lowering, node: number): Expr {
  l.yields = true;
  const s = l.table.start(node);
  const e = l.table.end(node);
  const value = firstNamed(l, node);
  if (value < 0) return { k: "yield", s, e };
  const v = l.expression(value);
  return hasChild(l, node, token.from) ? { k: "yield", s, e, v, from: true } : { k: "yield", s, e, v };
}
