import type { Arg, Expr } from "../syntax.ts";
import { bad, firstNamed, type Lowering, nameOf, nextNamed, only } from "./lowering.ts";
import { isToken, kind } from "./node-kinds.ts";

export function lowerCall(l: Lowering, node: number): Expr {
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
