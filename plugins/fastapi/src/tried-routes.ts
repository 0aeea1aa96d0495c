import type { MountCondition, Step } from "@muster/contract";
import { spanOfPlace, type Place } from "@muster/python";
import { takenBy, type OrderedRoute } from "@muster/web";
import { pathSegments } from "./path-segments.ts";
import type { Route } from "./route-table.ts";

/** A mount, in the place where the router tries it: below its path no later route is reached. */
export interface Barrier {
  readonly path: string;
  readonly place: Place;
  readonly conditions: readonly MountCondition[];
  readonly environmentDefault: boolean;
  /** How many routes come before it, those that it serves among them. */
  readonly after: number;
}

/** Routes with the earlier one that takes their requests: Starlette tries them in order, and a mount takes all below its path. */
export function inOrder(routes: readonly Route[], barriers: readonly Barrier[]): readonly Route[] {
  const tried: { readonly ordered: OrderedRoute; readonly route?: Route; readonly step: Step }[] = [];
  const conditions = (one: Route | Barrier): OrderedRoute["conditions"] => (one.environmentDefault === true ? undefined : one.conditions);
  const open = [...barriers];
  for (let index = 0; index <= routes.length; index++) {
    for (; open[0]?.after === index; open.shift()) {
      const [barrier] = open;
      const segments = pathSegments(`${barrier.path.replace(/\/$/, "")}/{rest:path}`);
      tried.push({ ordered: { method: undefined, segments, conditions: conditions(barrier) }, step: { span: spanOfPlace(barrier.place), note: `what is mounted here takes all requests below ${barrier.path || "/"}` } });
    }
    const route = routes[index];
    if (route) tried.push({ ordered: { method: route.method, segments: route.environmentDefault === true ? undefined : pathSegments(route.pattern), conditions: conditions(route) }, route, step: { span: spanOfPlace(route.entry.place), note: `${route.method} ${route.path} comes before it and takes all its requests` } });
  }
  const takers = takenBy(tried.map(({ ordered }) => ordered));
  return tried.flatMap(({ route }, index) => {
    if (!route) return [];
    const taker = takers[index] === undefined ? undefined : tried[takers[index]];
    return [taker === undefined || taker.route?.entry === route.entry ? route : { ...route, unreachable: taker.step }];
  });
}
