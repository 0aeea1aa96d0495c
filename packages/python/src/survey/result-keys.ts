import type { Expr, ModuleSummary, Stmt } from "../syntax.ts";

type Node = { readonly k: string } & Record<string, unknown>;

/** Keys that are read off the result of a call, where nothing else is done with it; undefined where more is, or that is not known. */
export function resultKeys(summary: ModuleSummary, call: Expr): readonly string[] | undefined {
  const way = wayTo(summary.body, call, []);
  const direct = way && readBy(way.at(-2), call);
  if (direct !== undefined) return [direct];
  const stmt = way?.findLast((node) => node.k === "assign" || node.k === "ann") as (Stmt & { k: "assign" | "ann" }) | undefined;
  const [target, ...others] = stmt?.k === "assign" ? stmt.t : stmt ? [stmt.t] : [];
  if (!way || !stmt || stmt.v !== call || target?.k !== "name" || others.length > 0) return undefined;
  const around = way.findLast((node) => node.k === "def") as (Stmt & { k: "def" }) | undefined;
  return around && keysOf(around.b, target.id, target);
}

/** The nodes from the outermost to the one that is looked for. */
function wayTo(node: unknown, wanted: Expr, way: readonly Node[]): readonly Node[] | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const here = "k" in node ? [...way, node as Node] : way;
  if (node === wanted) return here;
  for (const value of Object.values(node)) {
    const found = typeof value === "object" ? wayTo(value, wanted, here) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The key that the node around a value reads off it: `value["key"]`, `value.get("key")`, `"key" in value`. */
function readBy(around: Node | undefined, value: unknown): string | undefined {
  const expr = around as Expr | undefined;
  if (expr?.k === "sub" && expr.o === value && expr.i.k === "const" && typeof expr.i.v === "string") return expr.i.v;
  if (expr?.k === "cmp" && expr.l.k === "const" && typeof expr.l.v === "string" && expr.ops.length === 1 && expr.ops[0]?.r === value && ["in", "not in"].includes(expr.ops[0]?.op ?? "")) return expr.l.v;
  return undefined;
}

function keysOf(body: readonly Stmt[], name: string, binding: Expr): readonly string[] | undefined {
  const keys = new Set<string>();
  let whole = false;
  const visit = (node: unknown, above: readonly Node[]): void => {
    if (typeof node !== "object" || node === null || whole) return;
    const here = "k" in node ? (node as Node) : undefined;
    if (here?.k === "name" && here["id"] === name && node !== binding) {
      const key = readBy(above.at(-1), node) ?? gotten(above, node);
      if (key === undefined) whole = true;
      else keys.add(key);
    }
    for (const value of Object.values(node)) if (typeof value === "object") visit(value, here ? [...above.slice(-2), here] : above);
  };
  visit(body, []);
  return whole ? undefined : [...keys].sort();
}

/** `name.get("key")`. */
function gotten(above: readonly Node[], name: object): string | undefined {
  const [call, attribute] = above.slice(-2) as unknown as readonly Expr[];
  if (attribute?.k !== "attr" || attribute.o !== name || attribute.n !== "get" || call?.k !== "call" || call.f !== attribute) return undefined;
  const key = call.a[0]?.v;
  return key?.k === "const" && typeof key.v === "string" ? key.v : undefined;
}
