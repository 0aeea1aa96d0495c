import { spanOfPlace } from "@muster/python";
import { covers, type PathSegment } from "./route-order.ts";
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
  for (const { one, at, replacedBy } of standing) {
    const taker =
      replacedBy ??
      standing.find(({ one: other, at: before, replacedBy: gone }) => before < at && gone === undefined && isCertain(other) && (other.takes === "any" || other.route.method === one.route.method) && covers(other.segments, one.segments))?.one;
    if (taker) takers.set(one.index, taker.route);
  }
  return routes.map((route, index) => {
    const taker = takers.get(index);
    return taker ? { ...route, unreachable: { span: spanOfPlace(taker.place), note: `${taker.method} ${taker.path} comes before it and takes all its requests` } } : route;
  });
}

function isCertain({ takes, route }: { readonly takes: Tried["takes"]; readonly route: WebRoute }): boolean {
  return takes !== "nothing" && route.conditions.length === 0;
}
