import type { Clause, Expr } from "../syntax.ts";
import { bad, firstNamed, type Lowering, namedChildren, nextNamed, oneOrTuple, only } from "./lowering.ts";
import { kind } from "./node-kinds.ts";

export function lowerComprehension(l: Lowering, node: number, c: "list" | "set" | "dict" | "gen"): Expr {
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
