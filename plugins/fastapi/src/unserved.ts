import { spanOfPlace, type Machine, type Place, type Value } from "@muster/python";
import type { Unresolved } from "@muster/contract";
import { routesOf } from "./models/route-list.ts";
import { entryOf, recordOf, type Entry, type RouterRecord } from "./route-record.ts";

export interface Unserved {
  readonly routes: number;
  readonly unresolved: Unresolved;
}

/** Routers and lists of routes that no application serves: what they declare is out of reach of this analysis, or of everybody. */
export function unserved(machine: Machine, served: ReadonlySet<RouterRecord | Entry>): Unserved[] {
  const out: Unserved[] = [];
  const seen = new Set<object>();
  for (const module of [...machine.modules.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    for (const [name, bound] of module.scope.vars) {
      if (bound.kind === "import") continue;
      const router = unservedRouter(bound, served) ?? unservedList(bound, served);
      if (!router || seen.has(router.key) || router.place.module !== module) continue;
      seen.add(router.key);
      const { routes, what } = router;
      out.push({ routes, unresolved: { what: "mount", reason: `the ${what} ${module.name}.${name} with ${routes} ${routes === 1 ? "route" : "routes"} is not mounted on any application that evaluation found`, span: spanOfPlace(router.place) } });
    }
  }
  return out;
}

interface Found {
  readonly key: object;
  readonly what: "router" | "list";
  readonly routes: number;
  readonly place: Place;
}

function unservedRouter(bound: Value, served: ReadonlySet<RouterRecord | Entry>): Found | undefined {
  const record = recordOf(bound);
  if (record?.kind !== "router" || served.has(record)) return undefined;
  const routes = entriesIn(routesOf(bound)?.items ?? []);
  return routes.length === 0 || routes.some((entry) => served.has(entry)) ? undefined : { key: record, what: "router", routes: routes.length, place: record.place };
}

function unservedList(bound: Value, served: ReadonlySet<RouterRecord | Entry>): Found | undefined {
  if (bound.kind !== "list" && bound.kind !== "tuple") return undefined;
  const routes = entriesIn(bound.items);
  const [first] = routes;
  return !first || routes.some((entry) => served.has(entry)) ? undefined : { key: bound, what: "list", routes: routes.length, place: first.place };
}

function entriesIn(items: readonly { readonly value: Value }[]): Entry[] {
  return items.map((item) => entryOf(item.value)).filter((entry) => entry?.kind === "route");
}
