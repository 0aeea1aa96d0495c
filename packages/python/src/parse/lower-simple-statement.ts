import type { Expr, Stmt } from "../syntax.ts";
import { plainString } from "./lower-string.ts";
import { bad, dottedName, firstNamed, hasChild, type Lowering, namedChildren, nameOf, nextNamed, oneOrTuple } from "./lowering.ts";
import { isToken, kind, type NamedKind, token, tokenText } from "./node-kinds.ts";

type Lower = (l: Lowering, node: number) => Stmt | undefined;
interface Named {
  n: string;
  as?: string;
}

/** Statements on one line. `undefined`: nothing to keep. */
export const simpleStatements: Partial<Record<NamedKind, Lower>> = {
  expression_statement: lowerExpressionStatement,
  import_statement: (l, node) => ({ k: "import", s: l.table.start(node), e: l.table.end(node), n: imported(l, namedChildren(l, node)) }),
  import_from_statement: lowerImportFrom,
  future_import_statement: (l, node) => ({ k: "from", s: l.table.start(node), e: l.table.end(node), m: "__future__", lvl: 0, n: imported(l, namedChildren(l, node)) }),
  return_statement: lowerReturn,
  raise_statement: lowerRaise,
  assert_statement: (l, node) => ({ k: "assert", s: l.table.start(node), e: l.table.end(node), c: first(l, node) }),
  delete_statement: lowerDelete,
  pass_statement: (l, node) => ({ k: "pass", s: l.table.start(node), e: l.table.end(node) }),
  break_statement: (l, node) => ({ k: "break", s: l.table.start(node), e: l.table.end(node) }),
  continue_statement: (l, node) => ({ k: "continue", s: l.table.start(node), e: l.table.end(node) }),
  global_statement: (l, node) => ({ k: "global", s: l.table.start(node), e: l.table.end(node), n: names(l, node) }),
  nonlocal_statement: (l, node) => ({ k: "nonlocal", s: l.table.start(node), e: l.table.end(node), n: names(l, node) }),
  type_alias_statement: lowerTypeAlias,
  print_statement: pythonTwo,
  exec_statement: pythonTwo,
};

function first(l: Lowering, node: number): Expr {
  const child = firstNamed(l, node);
  return child < 0 ? bad(l, node) : l.expression(child);
}

function names(l: Lowering, node: number): string[] {
  return namedChildren(l, node).map((child) => nameOf(l, child));
}

function lowerExpressionStatement(l: Lowering, node: number): Stmt | undefined {
  const { table } = l;
  const s = table.start(node);
  const e = table.end(node);
  const child = firstNamed(l, node);
  if (child < 0) return undefined;
  switch (table.kind(child)) {
    case kind.assignment:
      return lowerAssignment(l, child, s, e);
    case kind.augmented_assignment:
      return lowerAugmented(l, child, s, e);
    // A string that stands alone says nothing to the program.
    case kind.string:
    case kind.concatenated_string:
      if (table.next(child) === table.next(node) && plainString(l, child) !== undefined) return undefined;
  }
  return { k: "expr", s, e, v: oneOrTuple(l, node, namedChildren(l, node)) };
}

function lowerAssignment(l: Lowering, node: number, s: number, e: number): Stmt {
  const { table } = l;
  const targets: Expr[] = [];
  let at = node;
  for (;;) {
    if (table.broken.has(at)) return { k: "assign", s, e, t: [...targets, ...targetOf(l, at)], v: bad(l, at) };
    const [target, ...rest] = namedChildren(l, at);
    const [second, third] = rest;
    if (target === undefined || second === undefined) return { k: "expr", s, e, v: bad(l, node) };
    if (table.kind(second) === kind.type) {
      const t = l.expression(target);
      const a = l.expression(second);
      return third === undefined ? { k: "ann", s, e, t, a } : { k: "ann", s, e, t, a, v: l.expression(third) };
    }
    targets.push(l.expression(target));
    if (table.kind(second) !== kind.assignment) return { k: "assign", s, e, t: targets, v: l.expression(second) };
    at = second;
  }
}

/** The target of an assignment whose value did not parse: it is still bound, to nobody knows what. */
function targetOf(l: Lowering, node: number): Expr[] {
  const target = firstNamed(l, node);
  return target < 0 ? [bad(l, node)] : [l.expression(target)];
}

function lowerAugmented(l: Lowering, node: number, s: number, e: number): Stmt {
  const { table } = l;
  const target = firstNamed(l, node);
  const value = target < 0 ? -1 : nextNamed(l, target, table.next(node));
  if (value < 0) return { k: "expr", s, e, v: bad(l, node) };
  let op = "";
  for (let child = table.next(target); child < value; child = table.next(child)) op = tokenText(table.kind(child)).slice(0, -1);
  return { k: "aug", s, e, t: l.expression(target), op, v: table.broken.has(node) ? bad(l, node) : l.expression(value) };
}

function imported(l: Lowering, nodes: readonly number[]): Named[] {
  return nodes.map((node) => {
    if (l.table.kind(node) === kind.wildcard_import) return { n: "*" };
    if (l.table.kind(node) !== kind.aliased_import) return { n: dottedName(l, node) };
    const [name, alias] = namedChildren(l, node);
    if (name === undefined || alias === undefined) return { n: dottedName(l, node) };
    return { n: dottedName(l, name), as: nameOf(l, alias) };
  });
}

function lowerImportFrom(l: Lowering, node: number): Stmt {
  const { table, text } = l;
  const [source, ...rest] = namedChildren(l, node);
  const s = table.start(node);
  const e = table.end(node);
  if (source === undefined) return { k: "expr", s, e, v: bad(l, node) };
  const n = imported(l, rest);
  if (table.kind(source) !== kind.relative_import) return { k: "from", s, e, m: dottedName(l, source), lvl: 0, n };
  const [prefix, name] = namedChildren(l, source);
  const lvl = prefix === undefined ? 0 : text.slice(table.start(prefix), table.end(prefix)).replaceAll(/[^.]/g, "").length;
  return { k: "from", s, e, m: name === undefined ? "" : dottedName(l, name), lvl, n };
}

function lowerReturn(l: Lowering, node: number): Stmt {
  const value = firstNamed(l, node);
  const s = l.table.start(node);
  const e = l.table.end(node);
  return value < 0 ? { k: "return", s, e } : { k: "return", s, e, v: l.expression(value) };
}

function lowerRaise(l: Lowering, node: number): Stmt {
  const { table } = l;
  const stmt: { k: "raise"; s: number; e: number; v?: Expr; from?: Expr } = { k: "raise", s: table.start(node), e: table.end(node) };
  let cause = false;
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) {
    // Python 2's `raise A, "text"`.
    if (table.kind(child) === kind.expression_list) l.errors.push({ s: stmt.s, e: stmt.e });
    if (table.kind(child) === token.from) cause = true;
    else if (cause) stmt.from = l.expression(child);
    else if (!isToken(table.kind(child))) stmt.v = l.expression(child);
  }
  return stmt;
}

function lowerDelete(l: Lowering, node: number): Stmt {
  const child = firstNamed(l, node);
  const targets = child < 0 ? [] : l.table.kind(child) === kind.expression_list ? namedChildren(l, child) : [child];
  return { k: "del", s: l.table.start(node), e: l.table.end(node), t: targets.map((target) => l.expression(target)) };
}

function lowerTypeAlias(l: Lowering, node: number): Stmt {
  const { table } = l;
  const s = table.start(node);
  const e = table.end(node);
  const [left, right] = namedChildren(l, node);
  if (left === undefined || right === undefined) return { k: "expr", s, e, v: bad(l, node) };
  const v = l.expression(right);
  if (/[([]/.test(l.text.charAt(table.start(left)))) return { k: "assign", s, e, t: [onBuiltinType(l, l.expression(left), s, table.start(left))], v };
  let name = left;
  while (table.kind(name) !== kind.identifier) {
    const inner = firstNamed(l, name);
    if (inner < 0) return { k: "expr", s, e, v: bad(l, node) };
    name = inner;
  }
  return { k: "type", s, e, n: nameOf(l, name), v };
}

/** The grammar takes `type(a).b = c` for an alias whose left side is `(a).b`. What does not start with the bracket stands in it. */
function onBuiltinType(l: Lowering, target: Expr, s: number, bracket: number): Expr {
  if (target.s === bracket) {
    if (target.k === "attr" || target.k === "sub") return { ...target, s, o: onBuiltinType(l, target.o, s, bracket) };
    if (target.k === "call") return { ...target, s, f: onBuiltinType(l, target.f, s, bracket) };
  }
  const e = l.text.indexOf(")", target.e) + 1;
  return { k: "call", s, e, f: { k: "name", s, e: s + "type".length, id: "type" }, a: [{ v: target }] };
}

/** `print x` and `exec "…"` parse here and nowhere else: Python 3 refuses the file. */
function pythonTwo(l: Lowering, node: number): Stmt {
  const s = l.table.start(node);
  const e = l.table.end(node);
  l.errors.push({ s, e });
  return { k: "expr", s, e, v: { k: "bad", s, e } };
}

export function isDocstring(l: Lowering, node: number): boolean {
  const child = firstNamed(l, node);
  return child >= 0 && !hasChild(l, node, token[","]) && plainString(l, child) !== undefined;
}
