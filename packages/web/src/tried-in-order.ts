import type { MountCondition } from "@muster/contract";
import { spanOfPlace } from "@muster/python";
import { covers, isThereWith, onlyWithout, type PathSegment } from "./route-order.ts";
import type { WebRoute } from "./web-route.ts";

/** Where a router comes to a route that it tries in order. */
export interface Tried {
  /** Routes are tried in this order; one position is one route, with as many endpoints as it has methods. */
  readonly position: number;
  /** As the framework writes patterns. */
  readonly pattern: string;
  /** Of what its pattern fits, the requests that go no further: of any method, of its own, or none for certain. */
  readonly takes: "any" | "own" | "nothing";
}

/** How a framework tries its routes. */
export interface TryingOrder {
  /** What a pattern asks of each segment; undefined where that is not told in segments. */
  readonly segments: (pattern: string) => readonly PathSegment[] | undefined;
  /** A route of the same pattern takes the place of the one before it. */
  readonly replaces: boolean;
}

/** Routes with the earlier one that takes all their requests. */
export function triedInOrder(routes: readonly WebRoute[], order: TryingOrder): readonly WebRoute[] {
  const tried = routes.flatMap((route, index) => {
    const segments = route.tried === undefined || route.environmentDefault === true ? undefined : order.segments(route.tried.pattern);
    return route.tried && segments ? [{ index, route, segments, ...route.tried }] : [];
  });
  type One = (typeof tried)[number];
  const same = (one: One, other: One): boolean => order.replaces && one.route.method === other.route.method && covers(one.segments, other.segments) && covers(other.segments, one.segments);
  const standing = tried.map((one) => {
    const alike = tried.filter((other) => same(one, other));
    return { one, at: Math.min(one.position, ...alike.map(({ position }) => position)), replacedBy: alike.find(({ position }) => position > one.position) };
  });
  const takers = new Map<number, WebRoute>();
  const without = new Map<number, readonly MountCondition[]>();
  for (const { one, at, replacedBy } of standing) {
    const before = standing.filter(({ one: other, at: position, replacedBy: gone }) => position < at && gone === undefined && other.takes !== "nothing" && (other.takes === "any" || other.route.method === one.route.method) && covers(other.segments, one.segments)).map(({ one: other }) => other.route);
    const taker = replacedBy?.route ?? before.find((other) => isThereWith(other.conditions, one.route.conditions));
    if (taker) takers.set(one.index, taker);
    else without.set(one.index, before.flatMap((other) => onlyWithout(other.conditions, one.route.conditions)));
  }
  return routes.map((route, index) => {
    const taker = takers.get(index);
    const more = without.get(index) ?? [];
    if (taker) return { ...route, unreachable: { span: spanOfPlace(taker.place), note: `${taker.method} ${taker.path} comes before it and takes all its requests` } };
    return more.length > 0 ? { ...route, conditions: [...route.conditions, ...more] } : route;
  });
}
