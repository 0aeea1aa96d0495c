import type { Endpoint } from "@muster/contract";
import type { Description } from "./describe.ts";
import { isDocumentable } from "./surface.ts";

/** What the documents of one application mean to describe. */
export interface Scope {
  /** Below this they describe; `""` is everything. A document of `/api/v1` says nothing of the site around it. */
  readonly prefix: string;
  /** They describe a part of what lies below it alone: what is left out is left out on purpose, or nobody keeps them. */
  readonly isPartial: boolean;
  readonly described: number;
  readonly served: number;
}

/** Segments that stand before interfaces and are no part of one. */
const common = /^(?:api|apis|rest|v\d+(?:[._]\d+)*|public|external)$/i;
/** That many of the described endpoints lie below the prefix; a few pages beside it (health, login) do not widen it. */
const most = 0.9;
const full = 2 / 3;
/** Fewer than these are told one by one, whatever their share. */
const few = 10;

export function scopeOf(endpoints: readonly Endpoint[], descriptions: readonly Description[]): Scope {
  const described = new Set(descriptions.flatMap(({ matches }) => [...matches.values()].flat()));
  const prefix = commonPrefix([...described], new Set(descriptions.flatMap(({ mapping, document }) => [mapping.add, ...document.prefixes]).flatMap(segments)));
  const visible = endpoints.filter((endpoint) => !endpoint.hidden && isDocumentable(endpoint.method) && isWithin(prefix, endpoint.path));
  const count = visible.filter((endpoint) => described.has(endpoint)).length;
  return { prefix, isPartial: visible.length - count > few && count < full * visible.length, described: count, served: visible.length };
}

export function isWithin(prefix: string, path: string): boolean {
  return prefix === "" || path === prefix || path.startsWith(`${prefix}/`);
}

function commonPrefix(endpoints: readonly Endpoint[], stated: ReadonlySet<string>): string {
  let prefix = "";
  for (;;) {
    const votes = new Map<string, number>();
    for (const { path } of endpoints) {
      const [next] = isWithin(prefix, path) ? segments(path.slice(prefix.length)) : [];
      if (next !== undefined && (common.test(next) || (stated.has(next) && !next.includes("{")))) votes.set(next, (votes.get(next) ?? 0) + 1);
    }
    const [winner] = [...votes].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
    if (winner === undefined || winner[1] < most * endpoints.length) return prefix;
    prefix += `/${winner[0]}`;
  }
}

function segments(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}
