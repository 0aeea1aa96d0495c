import type { Expr } from "../syntax.ts";

/** The grammar binds the star of `[*a.b, *c + d]` to the first name; Python binds it to all of the element. */
export function liftStar(expr: Expr): Expr {
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
