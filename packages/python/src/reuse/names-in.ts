import type { Expr, Param, Stmt } from "../syntax.ts";

const known: WeakMap<object, ReadonlySet<string>> = new WeakMap();

/** Every name that a function mentions: those of what it closes over are among them. */
export function namesIn(body: readonly Stmt[] | Expr, params: readonly Param[]): ReadonlySet<string> {
  const found = known.get(body);
  if (found) return found;
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if ("k" in node && node.k === "name" && "id" in node && typeof node.id === "string") names.add(node.id);
    for (const one of Object.values(node)) walk(one);
  };
  walk(body);
  walk(params);
  known.set(body, names);
  return names;
}
