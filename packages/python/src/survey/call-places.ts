import type { Module } from "../modules/module.ts";
import type { ModuleIndex } from "../modules/module-index.ts";
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

/** Places of modules, each looked for once for the whole of linking. */
export class CallPlacesIndex {
  readonly wanted: WantedCalls;
  readonly #index: ModuleIndex;
  readonly #known: WeakMap<ModuleSummary, CallPlaces> = new WeakMap();

  constructor(wanted: WantedCalls, index: ModuleIndex) {
    this.wanted = wanted;
    this.#index = index;
  }

  in({ path, summary }: Module): CallPlaces {
    let known = this.#known.get(summary);
    if (!known) this.#known.set(summary, (known = callPlaces(summary, this.wanted, (module) => this.#index.resolve(module, path) === undefined)));
    return known;
  }
}

type Node = Stmt | Expr;
const kindsOfInterest: ReadonlySet<string> = new Set(["call", "dict", "assign", "import", "from"]);

/** @param isOutside Whether a module that is imported by this absolute name is none of the repository's. */
function callPlaces(summary: ModuleSummary, wanted: WantedCalls, isOutside: (module: string) => boolean): CallPlaces {
  const starts: number[] = [];
  const calls = new Set<number>();
  const named = new Map<string, Call>();
  const nodes: Node[] = [];
  visit(summary.body, (node) => {
    if (kindsOfInterest.has(node.k)) nodes.push(node as Node);
  });
  const names = withAliases(nodes, wanted.names);
  const dotted = importedNames(nodes, isOutside);
  for (const node of nodes) {
    if (node.k === "call") {
      const name = node.f.k === "attr" ? node.f.n : node.f.k === "name" ? node.f.id : "";
      const known = names.has(name) ? dottedName(node.f, dotted) : undefined;
      // `asyncio.run` is not `uvicorn.run`, and the imports say so.
      const isNamed = names.has(name) && (known === undefined || wanted.callees.has(known));
      if (isNamed) named.set(placeOf(node), node);
      if (!isNamed && !node.a.some((arg) => arg.n !== undefined && wanted.keywords.has(arg.n))) continue;
      starts.push(node.s);
      calls.add(node.s);
    } else if (node.k === "dict") {
      // Keywords may be gathered first: `send(**{"verify": False})`.
      if (node.x.some(({ key }) => key?.k === "const" && typeof key.v === "string" && wanted.keywords.has(key.v))) starts.push(node.s);
    } else if (node.k === "assign" && node.t.some((target) => isWanted(target, wanted))) starts.push(node.s);
  }
  return { starts: starts.sort((a, b) => a - b), calls, named };
}

/** What names stand for that a module imports from outside the repository, wherever in it: those that mean one thing throughout. */
function importedNames(nodes: readonly Node[], isOutside: (module: string) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  const note = (name: string, dotted: string | undefined): unknown => found.set(name, found.has(name) && found.get(name) !== dotted ? undefined : dotted);
  for (const node of nodes) {
    if (node.k === "import") for (const { n, as } of node.n) note(as ?? topOf(n), isOutside(n) ? (as === undefined ? topOf(n) : n) : undefined);
    else if (node.k === "from") for (const { n, as } of node.n) note(as ?? n, node.lvl === 0 && isOutside(node.m) ? `${node.m}.${n}` : undefined);
    else if (node.k === "assign") for (const target of node.t) if (target.k === "name") note(target.id, undefined);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function topOf(module: string): string {
  return module.split(".", 1)[0] ?? module;
}

/** `asyncio.run` of `asyncio.run`, where `asyncio` is such a name. */
function dottedName(callee: Expr, imported: ReadonlyMap<string, string>): string | undefined {
  if (callee.k === "name") return imported.get(callee.id);
  if (callee.k !== "attr") return undefined;
  const of = dottedName(callee.o, imported);
  return of === undefined ? undefined : `${of}.${callee.n}`;
}

/** Names under which the module imports what is asked for, beside its own. */
function withAliases(nodes: readonly Node[], names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  for (const node of nodes) if (node.k === "from") for (const { n, as } of node.n) if (as !== undefined && names.has(n)) all.add(as);
  return all;
}

function isWanted(target: Expr, { attributes, settings }: WantedCalls): boolean {
  if (target.k === "attr") return attributes.has(target.n);
  if (target.k === "name") return settings.has(target.id);
  return target.k === "sub" && target.i.k === "const" && typeof target.i.v === "string" && settings.has(target.i.v);
}

/** The call at a place, whatever it is called. */
export function callAt(summary: ModuleSummary, s: number, e: number): Call | undefined {
  const look = (node: unknown): Call | undefined => {
    if (typeof node !== "object" || node === null) return undefined;
    const at = node as Partial<Node>;
    if (at.k === "call" && at.s === s && at.e === e) return node as Call;
    // Decorators lie before what they decorate.
    if (at.k !== "def" && at.k !== "class" && at.s !== undefined && at.e !== undefined && (at.s > s || at.e < e)) return undefined;
    for (const value of Object.values(node)) {
      const found = look(value);
      if (found) return found;
    }
    return undefined;
  };
  return look(summary.body);
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

function visit(node: object, see: (node: { readonly k: string }) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) if (typeof one === "object" && one !== null) visit(one, see);
    return;
  }
  if ("k" in node && typeof node.k === "string") see(node as { k: string });
  // Half as expensive as a list of the values, and this comes by every node of a module.
  for (const key in node) {
    const value: unknown = node[key as keyof typeof node];
    if (typeof value === "object" && value !== null) visit(value, see);
  }
}
