import type { ModuleSummary, Expr, Stmt } from "../syntax.ts";
import type { WantedCalls } from "./wanted-calls.ts";

type Call = Expr & { readonly k: "call" };

/** Places of a module that may be calls and assignments which analyses ask for, by their names alone. */
export interface CallPlaces {
  /** Where each begins, ascending. */
  readonly starts: readonly number[];
  /** Calls whose name is asked for, by `s:e`. */
  readonly named: ReadonlyMap<string, Call>;
}

/** Looks for them once for each module. */
export function callPlaces(summary: ModuleSummary, wanted: WantedCalls): CallPlaces {
  const starts: number[] = [];
  const named = new Map<string, Call>();
  const names = withAliases(summary, wanted.names);
  visit(summary.body, (node) => {
    if (node.k === "call") {
      const call = node as Call;
      const name = call.f.k === "attr" ? call.f.n : call.f.k === "name" ? call.f.id : "";
      const isNamed = names.has(name);
      if (isNamed) named.set(placeOf(call), call);
      if (isNamed || call.a.some((arg) => arg.n !== undefined && wanted.keywords.has(arg.n))) starts.push(call.s);
    } else if (node.k === "dict") {
      // Keywords may be gathered first: `send(**{"verify": False})`.
      const dict = node as Expr & { k: "dict" };
      if (dict.x.some(({ key }) => key?.k === "const" && typeof key.v === "string" && wanted.keywords.has(key.v))) starts.push(dict.s);
    } else if (node.k === "assign") {
      const stmt = node as Stmt & { k: "assign" };
      if (stmt.t.some((target) => isWanted(target, wanted))) starts.push(stmt.s);
    }
  });
  return { starts: starts.sort((a, b) => a - b), named };
}

/** Names under which the module imports what is asked for, beside its own. */
function withAliases(summary: ModuleSummary, names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  visit(summary.body, (node) => {
    if (node.k === "from" && "n" in node) for (const { n, as } of (node as Stmt & { k: "from" }).n) if (as !== undefined && names.has(n)) all.add(as);
  });
  return all;
}

function isWanted(target: Expr, { attributes, settings }: WantedCalls): boolean {
  if (target.k === "attr") return attributes.has(target.n);
  if (target.k === "name") return settings.has(target.id);
  return target.k === "sub" && target.i.k === "const" && typeof target.i.v === "string" && settings.has(target.i.v);
}

/** The call at a place, whatever it is called. */
export function callAt(summary: ModuleSummary, s: number, e: number): Call | undefined {
  let found: Call | undefined;
  visit(summary.body, (node) => {
    if (node.k === "call" && (node as Call).s === s && (node as Call).e === e) found = node as Call;
  });
  return found;
}

export function placeOf({ s, e }: { readonly s: number; readonly e: number }): string {
  return `${s}:${e}`;
}

/** Whether one of the ascending starts lies in a range. */
export function liesIn(starts: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && (starts[low] ?? 0) < to;
}

function visit(node: unknown, see: (node: { readonly k: string }) => void): void {
  if (typeof node !== "object" || node === null) return;
  if ("k" in node && typeof node.k === "string") see(node as { k: string });
  for (const value of Object.values(node)) if (typeof value === "object") visit(value, see);
}
