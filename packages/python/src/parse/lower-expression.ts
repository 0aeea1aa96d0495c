import type { Arg, Clause, Expr } from "../syntax.ts";
import { decodeNumber } from "./literals.ts";
import { lowerParameters } from "./lower-parameter.ts";
import { lowerConcatenatedString, lowerString } from "./lower-string.ts";
import { bad, depthLimit, firstNamed, hasChild, type Lowering, namedChildren, nameOf, nextNamed } from "./lowering.ts";
import { isToken, kind, type NamedKind, token, tokenText } from "./node-kinds.ts";

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
  list_comprehension: (l, node) => comprehension(l, node, "list"),
  set_comprehension: (l, node) => comprehension(l, node, "set"),
  generator_expression: (l, node) => comprehension(l, node, "gen"),
  dictionary_comprehension: (l, node) => comprehension(l, node, "dict"),
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

const asterisk = 0x2a;

/** The grammar binds the star of `[*a.b, *c + d]` to the first name; Python binds it to all of the element. */
function liftStar(expr: Expr): Expr {
  const first = leftmost(expr);
  if (first?.k !== "star" || first.s !== expr.s) return expr;
  const { s, e } = expr;
  return { k: "star", s, e, v: withLeftmost({ ...expr, s: first.v.s }, first.v), n: first.n };
}

function leftmost(expr: Expr): Expr | undefined {
  switch (expr.k) {
    case "attr":
    case "sub":
      return expr.o;
    case "call":
      return expr.f;
    case "bin":
      return expr.l;
    default:
      return undefined;
  }
}

function withLeftmost(expr: Expr, first: Expr): Expr {
  switch (expr.k) {
    case "attr":
    case "sub":
      return { ...expr, o: first };
    case "call":
      return { ...expr, f: first };
    case "bin":
      return { ...expr, l: first };
    default:
      return expr;
  }
}

/** The one part of a node that is an expression. */
function only(l: Lowering, node: number): Expr {
  const child = firstNamed(l, node);
  return child < 0 ? bad(l, node) : l.expression(child);
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

/** A single part is itself; several, or one with a comma, are a tuple. */
export function oneOrTuple(l: Lowering, owner: number, parts: readonly number[]): Expr {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return bad(l, owner);
  if (parts.length === 1 && !hasChild(l, owner, token[","])) return l.expression(first);
  return { k: "tuple", s: l.table.start(first), e: l.table.end(last), x: parts.map((part) => l.expression(part)) };
}

function operatorOf(l: Lowering, node: number): string {
  const end = l.table.next(node);
  for (let child = node + 1; child < end; child = l.table.next(child)) {
    const at = l.table.kind(child);
    if (isToken(at)) return tokenText(at);
  }
  return "";
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

function lowerCall(l: Lowering, node: number): Expr {
  const callee = firstNamed(l, node);
  const list = callee < 0 ? -1 : nextNamed(l, callee, l.table.next(node));
  if (list < 0) return bad(l, node);
  const f = l.expression(callee);
  const a: Arg[] = l.table.kind(list) === kind.argument_list ? lowerArguments(l, list) : [{ v: l.expression(list) }];
  return { k: "call", s: l.table.start(node), e: l.table.end(node), f, a };
}

/** Arguments of a call, or the bases of a class. */
export function lowerArguments(l: Lowering, list: number): Arg[] {
  const { table } = l;
  const args: Arg[] = [];
  const end = table.next(list);
  for (let node = list + 1; node < end; node = table.next(node)) {
    const at = table.kind(node);
    if (isToken(at)) continue;
    if (at === kind.list_splat || at === kind.list_splat_pattern) args.push({ v: only(l, node), star: 1 });
    else if (at === kind.dictionary_splat) args.push({ v: only(l, node), star: 2 });
    else if (at === kind.keyword_argument) {
      const name = firstNamed(l, node);
      const value = name < 0 ? -1 : nextNamed(l, name, table.next(node));
      args.push(value < 0 ? { v: bad(l, node) } : { n: nameOf(l, name), v: l.expression(value) });
    } else {
      const v = l.expression(node);
      args.push(v.k === "star" ? { v: v.v, star: v.n } : { v });
    }
  }
  return args;
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

function comprehension(l: Lowering, node: number, c: "list" | "set" | "dict" | "gen"): Expr {
  const { table } = l;
  const s = table.start(node);
  const e = table.end(node);
  const [body, ...rest] = namedChildren(l, node);
  if (body === undefined) return bad(l, node);
  const clauses: (Clause & { ifs: Expr[] })[] = [];
  for (const part of rest) {
    if (table.kind(part) === kind.if_clause) clauses.at(-1)?.ifs.push(only(l, part));
    else {
      const [target, ...over] = namedChildren(l, part);
      if (target === undefined) return bad(l, node);
      clauses.push({ t: l.expression(target), it: oneOrTuple(l, part, over), ifs: [] });
    }
  }
  if (c !== "dict") return { k: "comp", s, e, c, el: l.expression(body), for: clauses };
  const key = firstNamed(l, body);
  const value = key < 0 ? -1 : nextNamed(l, key, table.next(body));
  if (value < 0) return bad(l, node);
  return { k: "comp", s, e, c, el: l.expression(key), val: l.expression(value), for: clauses };
}

function lowerBinary(l: Lowering, node: number): Expr {
  const left = firstNamed(l, node);
  const right = left < 0 ? -1 : nextNamed(l, left, l.table.next(node));
  if (right < 0) return bad(l, node);
  return { k: "bin", s: l.table.start(node), e: l.table.end(node), op: operatorOf(l, node), l: l.expression(left), r: l.expression(right) };
}

/** `A[B] | C | None` nests to the right in the grammar and to the left in Python. */
function lowerUnionType(l: Lowering, node: number): Expr {
  const [first, ...rest] = unionMembers(l, node, [], l.depth).map((member) => l.expression(member));
  if (!first) return bad(l, node);
  return rest.reduce((union, member) => ({ k: "bin", s: l.table.start(node), e: member.e, op: "|", l: union, r: member }), first);
}

function unionMembers(l: Lowering, node: number, members: number[], depth: number): number[] {
  const { table } = l;
  const at = table.kind(node);
  const inside = at === kind.type ? firstNamed(l, node) : node;
  const isUnion = inside >= 0 && (table.kind(inside) === kind.union_type || (table.kind(inside) === kind.binary_operator && operatorOf(l, inside) === "|"));
  if (!isUnion || table.broken.has(inside) || depth > depthLimit) members.push(node);
  else for (const member of namedChildren(l, inside)) unionMembers(l, member, members, depth + 1);
  return members;
}

/** `a and b and c` nests to the left in the tree and is one node here, however long it is. */
function lowerBoolean(l: Lowering, node: number): Expr {
  const { table } = l;
  const op = operatorOf(l, node) === "or" ? "or" : "and";
  const operands: number[] = [];
  let at = node;
  for (;;) {
    const left = firstNamed(l, at);
    const right = left < 0 ? -1 : nextNamed(l, left, table.next(at));
    if (right < 0) return bad(l, node);
    operands.push(right);
    if (table.kind(left) !== kind.boolean_operator || operatorOf(l, left) !== op || table.broken.has(left)) {
      operands.push(left);
      break;
    }
    at = left;
  }
  return { k: "bool", s: table.start(node), e: table.end(node), op, x: operands.reverse().map((operand) => l.expression(operand)) };
}

function lowerComparison(l: Lowering, node: number): Expr {
  const { table } = l;
  const ops: { op: string; r: Expr }[] = [];
  let left: Expr | undefined;
  let op = "";
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) {
    const at = table.kind(child);
    if (isToken(at)) op = at === token["<>"] ? "!=" : tokenText(at);
    else if (left) ops.push({ op, r: l.expression(child) });
    else left = l.expression(child);
  }
  if (!left || ops.length === 0) return bad(l, node);
  return { k: "cmp", s: table.start(node), e: table.end(node), l: left, ops };
}

function lowerConditional(l: Lowering, node: number): Expr {
  const [then, condition, otherwise] = namedChildren(l, node);
  if (then === undefined || condition === undefined || otherwise === undefined) return bad(l, node);
  return { k: "cond", s: l.table.start(node), e: l.table.end(node), c: l.expression(condition), a: l.expression(then), b: l.expression(otherwise) };
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

/** `Optional[int]` in an annotation: the same as a subscript. */
function lowerGenericType(l: Lowering, node: number): Expr {
  const { table } = l;
  const end = table.next(node);
  const list = node + 1 < end && table.kind(node + 1) === kind.type_parameter ? node + 1 : firstTypeParameter(l, node);
  if (list < 0) return bad(l, node);
  const s = table.start(node);
  const e = table.end(node);
  const base = firstNamed(l, node);
  // The grammar writes the built-in `type` as a bare keyword.
  const o: Expr = base === list || base < 0 ? { k: "name", s, e: s + 4, id: "type" } : l.expression(base);
  return { k: "sub", s, e, o, i: oneOrTuple(l, list, namedChildren(l, list)) };
}

function firstTypeParameter(l: Lowering, node: number): number {
  const end = l.table.next(node);
  for (let child = node + 1; child < end; child = l.table.next(child)) if (l.table.kind(child) === kind.type_parameter) return child;
  return -1;
}
