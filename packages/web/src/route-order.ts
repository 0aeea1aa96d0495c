import type { MountCondition } from "@muster/contract";

/** What a route's pattern asks of one segment of a path. */
export type PathSegment =
  | { readonly literal: string }
  /** Of a parameter, by what it takes; `rest` takes slashes too. */
  | { readonly takes: "text" | "integer" | "number" | "uuid" | "slug" | "word" | "rest" }
  /** A pattern of its own kind, as written: it is equal to itself and to nothing else. `single`: it takes no slash, and something. */
  | { readonly pattern: string; readonly single?: boolean };

/** A route as a router that tries one after the other sees it. */
export interface OrderedRoute {
  /** Undefined where it takes requests of any method. */
  readonly method: string | undefined;
  /** Undefined where the pattern is not known: then nothing is said of it. */
  readonly segments: readonly PathSegment[] | undefined;
  /** Under which it is there: for certain it takes the requests of routes alone that are there under the same. Undefined: what else it depends on is not told. */
  readonly conditions: readonly MountCondition[] | undefined;
}

/**
 * For a router that tries routes in order: the index of the earlier route that takes every request which a route would match, or
 * undefined. Routers that rank by how specific a pattern is (werkzeug, Litestar, Sanic) know no such thing but for equal patterns.
 */
export function takenBy(routes: readonly OrderedRoute[]): readonly (number | undefined)[] {
  return routes.map((route, index) => {
    const { method, segments, conditions } = route;
    if (segments === undefined) return undefined;
    const taker = routes.slice(0, index).findIndex((earlier) => isThereWith(earlier.conditions, conditions ?? []) && earlier.segments !== undefined && (earlier.method === undefined || earlier.method === method) && covers(earlier.segments, segments));
    return taker < 0 ? undefined : taker;
  });
}

/** For a router that tries routes in order: what must not hold for each route to get requests, where an earlier one takes them all while it does. */
export function leftBy(routes: readonly OrderedRoute[]): readonly (readonly MountCondition[])[] {
  return routes.map(({ method, segments, conditions }, index) =>
    segments === undefined || conditions === undefined
      ? []
      : routes.slice(0, index).flatMap((earlier) => (earlier.conditions !== undefined && earlier.segments !== undefined && (earlier.method === undefined || earlier.method === method) && covers(earlier.segments, segments) ? onlyWithout(earlier.conditions, conditions) : [])),
  );
}

/** What must not hold for a route to get requests that another one takes where it does: told of one condition alone. */
export function onlyWithout(takers: readonly MountCondition[], own: readonly MountCondition[]): MountCondition[] {
  const [only, ...others] = takers.filter((one) => !isThereWith([one], own));
  if (!only || others.length > 0) return [];
  const opposite = { ...only, holds: !only.holds };
  return isThereWith([opposite], own) ? [] : [opposite];
}

/** Whether what is there under the first conditions is there in any case where something is that depends on the others. */
export function isThereWith(conditions: readonly MountCondition[] | undefined, others: readonly MountCondition[]): boolean {
  if (conditions === undefined) return false;
  return conditions.every((one) => others.some((other) => one.text === other.text && one.holds === other.holds && one.span.path === other.span.path && one.span.line === other.span.line && one.span.column === other.span.column));
}

/** Whether every path that the second pattern matches is matched by the first. */
export function covers(first: readonly PathSegment[], second: readonly PathSegment[]): boolean {
  for (const [at, segment] of first.entries()) {
    const other = second[at];
    if ("takes" in segment && segment.takes === "rest") return at === first.length - 1 && other !== undefined;
    if (other === undefined || !coversSegment(segment, other)) return false;
  }
  return first.length === second.length;
}

const matching = {
  text: (text: string) => text !== "",
  integer: (text: string) => /^\d+$/.test(text),
  number: (text: string) => /^\d+(?:\.\d+)?$/.test(text),
  uuid: (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text),
  slug: (text: string) => /^[-\w]+$/.test(text),
  word: (text: string) => /^\w+$/.test(text),
};

/** What else is matched by a parameter that takes the first. */
const narrower: Readonly<Record<keyof typeof matching, ReadonlySet<string>>> = {
  text: new Set(["text", "integer", "number", "uuid", "slug", "word"]),
  integer: new Set(["integer"]),
  number: new Set(["number", "integer"]),
  uuid: new Set(["uuid"]),
  slug: new Set(["slug", "integer", "uuid", "word"]),
  word: new Set(["word", "integer"]),
};

function coversSegment(first: PathSegment, second: PathSegment): boolean {
  if ("literal" in first) return "literal" in second && first.literal === second.literal;
  if ("pattern" in first) return "pattern" in second && first.pattern === second.pattern;
  if (first.takes === "rest") return true;
  if ("literal" in second) return matching[first.takes](second.literal);
  return "takes" in second ? narrower[first.takes].has(second.takes) : first.takes === "text" && second.single === true;
}
