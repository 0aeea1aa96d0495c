import type { ModuleSummary, Expr, Stmt } from "../syntax.ts";
import type { WantedCalls } from "./wanted-calls.ts";

type Call = Expr & { readonly k: "call" };

/** Places of a module that may be calls and assignments which analyses ask for, by their names alone. */
export interface CallPlaces {
  /** Where each begins, ascending. */
  readonly starts: readonly number[];
  /** Those of calls. */
  readonly calls: ReadonlySet<number>;
  /** Calls whose name is asked for, by `s:e`. */
  readonly named: ReadonlyMap<string, Call>;
}

/**
 * Looks for them once for each module.
 * @param isOutside Whether a module that is imported by this absolute name is none of the repository's.
 */
export function callPlaces(summary: ModuleSummary, wanted: WantedCalls, isOutside: (module: string) => boolean): CallPlaces {
  const starts: number[] = [];
  const calls = new Set<number>();
  const named = new Map<string, Call>();
  const names = withAliases(summary, wanted.names);
  const dotted = importedNames(summary, isOutside);
  visit(summary.body, (node) => {
    if (node.k === "call") {
      const call = node as Call;
      const name = call.f.k === "attr" ? call.f.n : call.f.k === "name" ? call.f.id : "";
      const known = dottedName(call.f, dotted);
      // `asyncio.run` is not `uvicorn.run`, and the imports say so.
      const isNamed = names.has(name) && (known === undefined || wanted.callees.has(known));
      if (isNamed) named.set(placeOf(call), call);
      if (!isNamed && !call.a.some((arg) => arg.n !== undefined && wanted.keywords.has(arg.n))) return;
      starts.push(call.s);
      calls.add(call.s);
    } else if (node.k === "dict") {
      // Keywords may be gathered first: `send(**{"verify": False})`.
      const dict = node as Expr & { k: "dict" };
      if (dict.x.some(({ key }) => key?.k === "const" && typeof key.v === "string" && wanted.keywords.has(key.v))) starts.push(dict.s);
    } else if (node.k === "assign") {
      const stmt = node as Stmt & { k: "assign" };
      if (stmt.t.some((target) => isWanted(target, wanted))) starts.push(stmt.s);
    }
  });
  return { starts: starts.sort((a, b) => a - b), calls, named };
}

/** What names stand for that a module imports from outside the repository, wherever in it: those that mean one thing throughout. */
function importedNames(summary: ModuleSummary, isOutside: (module: string) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  const note = (name: string, dotted: string | undefined): unknown => found.set(name, found.has(name) && found.get(name) !== dotted ? undefined : dotted);
  visit(summary.body, (node) => {
    if (node.k === "import") for (const { n, as } of (node as Stmt & { k: "import" }).n) note(as ?? n.split(".", 1)[0] ?? n, isOutside(n) ? (as === undefined ? n.split(".", 1)[0] : n) : undefined);
    else if (node.k === "from" && "m" in node) {
      const { m, lvl, n } = node as Stmt & { k: "from" };
      for (const one of n) note(one.as ?? one.n, lvl === 0 && isOutside(m) ? `${m}.${one.n}` : undefined);
    } else if (node.k === "assign") for (const target of (node as Stmt & { k: "assign" }).t) if (target.k === "name") note(target.id, undefined);
  });
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** `asyncio.run` of `asyncio.run`, where `asyncio` is such a name. */
function dottedName(callee: Expr, imported: ReadonlyMap<string, string>): string | undefined {
  if (callee.k === "name") return imported.get(callee.id);
  if (callee.k !== "attr") return undefined;
  const of = dottedName(callee.o, imported);
  return of === undefined ? undefined : `${of}.${callee.n}`;
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
