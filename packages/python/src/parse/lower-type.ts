import type { Expr } from "../syntax.ts";
import { bad, depthLimit, firstNamed, type Lowering, namedChildren, oneOrTuple, operatorOf } from "./lowering.ts";
import { kind } from "./node-kinds.ts";

/** `A[B] | C | None` nests to the right in the grammar and to the left in Python. */
export function lowerUnionType(l: Lowering, node: number): Expr {
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

/** `Optional[int]` in an annotation: the same as a subscript. */
export function lowerGenericType(l: Lowering, node: number): Expr {
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
