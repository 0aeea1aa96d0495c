import type { Expr, Stmt } from "../syntax.ts";

type Call = Expr & { readonly k: "call" };

/**
 * Calls in the statements of a body, nested blocks included and nested definitions left out; of those that arguments and what is called on
 * are made by, the ones that by their name make an application: `HTTPServer(Application(routes)).listen(port)`. To look the
 * others up would load most of what a program imports.
 *
 * @param applications Classes of applications, as frameworks name them.
 */
export function callsOf(body: readonly Stmt[], applications: readonly string[]): Call[] {
  const out: Call[] = [];
  collect(body, (expr) => nested(expr, false, applications, out));
  return out;
}

/** Whether a call may make an application, by its name alone. */
export function mayMake(callee: Expr, applications: readonly string[]): boolean {
  return applications.some((name) => isNamed(callee, name.startsWith(".") ? name.slice(1).split(".") : name.split(".").slice(-1)));
}

/** Whether an expression ends in these names: `cherrypy.tree.mount` in `tree.mount`. */
export function isNamed(callee: Expr, names: readonly string[]): boolean {
  const [last, ...before] = names.toReversed();
  if (callee.k === "name") return before.length === 0 && callee.id === last;
  return callee.k === "attr" && callee.n === last && (before.length === 0 || isNamed(callee.o, before.toReversed()));
}

function collect(body: readonly Stmt[], take: (expr: Expr) => void): void {
  for (const stmt of body) {
    switch (stmt.k) {
      case "assign":
      case "expr":
        take(stmt.v);
        break;
      case "ann":
      case "return":
        if (stmt.v) take(stmt.v);
        break;
      case "if":
      case "for":
      case "while":
        collect(stmt.b, take);
        collect(stmt.o, take);
        break;
      case "with":
        for (const { v } of stmt.i) take(v);
        collect(stmt.b, take);
        break;
      case "try":
        collect(stmt.b, take);
        for (const handler of stmt.h) collect(handler.b, take);
        collect(stmt.o, take);
        collect(stmt.f, take);
        break;
      default:
        break;
    }
  }
}

function nested(expr: Expr, isInside: boolean, applications: readonly string[], out: Call[]): void {
  if (expr.k === "attr") return nested(expr.o, true, applications, out);
  if (expr.k !== "call") return;
  if (!isInside || mayMake(expr.f, applications)) out.push(expr);
  nested(expr.f, true, applications, out);
  for (const { v } of expr.a) nested(v, true, applications, out);
}
