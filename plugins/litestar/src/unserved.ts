import type { Unresolved } from "@muster/contract";
import { shownPlace } from "./models/shown-place.ts";
import { isLibrary, isSubclass, spanOfPlace, type Machine, type Place, type Value } from "@muster/python";

export interface Unserved {
  readonly routes: number;
  readonly unresolved: Unresolved;
}

/** Routers and controllers with routes that no application serves. Controllers that others inherit from are no routes by themselves. */
export function unserved(machine: Machine, served: ReadonlySet<Value>): Unserved[] {
  const out: Unserved[] = [];
  const bases = new Set<Value>();
  const modules = [...machine.modules.values()].filter((module) => !isLibrary(module.path)).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const module of modules) for (const bound of module.scope.vars.values()) if (bound.kind === "class") for (const base of bound.mro.slice(1)) bases.add(base);
  for (const module of modules) {
    for (const [name, bound] of module.scope.vars) {
      if (bound.kind === "import" || served.has(bound) || bases.has(bound)) continue;
      const found = routesIn(bound);
      if (!found || found.place.module !== module) continue;
      const routes = found.routes;
      out.push({ routes, unresolved: { what: "mount", reason: `the ${found.what} ${module.name}.${name} with ${routes} ${routes === 1 ? "route" : "routes"} is not registered on any application that evaluation found`, span: spanOfPlace(found.place) } });
    }
  }
  return out;
}

function routesIn(value: Value): { readonly what: string; readonly routes: number; readonly place: Place } | undefined {
  const isHandler = (one: Value): boolean => one.kind === "instance" && isSubclass(one.class, ["litestar.handlers.base.BaseRouteHandler"]);
  if (value.kind === "class" && value.place && isSubclass(value, ["litestar.controller.Controller"])) {
    const routes = [...value.attributes.values()].filter(isHandler).length;
    return routes === 0 ? undefined : { what: "controller", routes, place: value.place };
  }
  if (value.kind !== "instance") return undefined;
  if (isHandler(value)) return { what: "handler", routes: 1, place: shownPlace(value) };
  if (!isSubclass(value.class, ["litestar.router.Router"]) || isSubclass(value.class, ["litestar.app.Litestar"])) return undefined;
  const list = value.attributes.get("registered");
  const routes = list?.kind === "list" ? list.items.length : 0;
  return routes === 0 ? undefined : { what: "router", routes, place: shownPlace(value) };
}
