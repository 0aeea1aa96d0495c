import type { Expr } from "../syntax.ts";
import { bad, firstNamed, type Lowering, namedChildren, nextNamed, operatorOf } from "./lowering.ts";
import { isToken, kind, token, tokenText } from "./node-kinds.ts";

export function lowerBinary(l: Lowering, node: number): Expr {
  const left = firstNamed(l, node);
  const right = left < 0 ? -1 : nextNamed(l, left, l.table.next(node));
  if (right < 0) return bad(l, node);
  return { k: "bin", s: l.table.start(node), e: l.table.end(node), op: operatorOf(l, node), l: l.expression(left), r: l.expression(right) };
}

/** `a and b and c` nests to the left in the tree and is one node here, however long it is. */
export function lowerBoolean(l: Lowering, node: number): Expr {
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

export function lowerComparison(l: Lowering, node: number): Expr {
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

export function lowerConditional(l: Lowering, node: number): Expr {
  const [then, condition, otherwise] = namedChildren(l, node);
  if (then === undefined || condition === undefined || otherwise === undefined) return bad(l, node);
  return { k: "cond", s: l.table.start(node), e: l.table.end(node), c: l.expression(condition), a: l.expression(then), b: l.expression(otherwise) };
}
