import type { Application, Unresolved } from "@muster/contract";
import { spanOfPlace, type FoundEndpoint, type FrameworkModels, type Inventory, type Machine, type Place, type Value } from "@muster/python";
import { applicationPrimitives, describeApplication, isMounted, servedBy } from "./library-application.ts";
import { LayerStack } from "./layer-stack.ts";
import { primitives } from "./primitives.ts";
import { topLevelObjects } from "./top-level-objects.ts";
import { webEndpoint, type WebRoute } from "./web-route.ts";
import { triedInOrder, type TryingOrder } from "./tried-in-order.ts";

export interface LibraryFramework {
  readonly name: string;
  /** Classes of library modules whose objects are applications; each has a method `muster_routes`. */
  readonly applications: readonly string[];
  /** Classes of what an application has to take in before anybody serves it. */
  readonly pieces?: readonly string[];
  /** Natives that its library modules import besides those of `muster`. */
  readonly values?: Iterable<readonly [string, Value]>;
  /** What the framework makes of a value that a handler returns. */
  readonly response?: (value: Value, place: Place) => Value;
  readonly nameOf?: (name: string) => Value | undefined;
  /** Where it tries routes in order: see `tried` of `serve`. */
  readonly order?: TryingOrder;
}

/** The models of a framework that is told in Python from its table of routes to the answer. */
export function libraryModels(framework: LibraryFramework): FrameworkModels {
  return {
    values: [...primitives, ...applicationPrimitives, ...(framework.values ?? [])],
    ...(framework.nameOf && { name: framework.nameOf }),
    inventory: (machine) => readServed(machine, framework),
  };
}

function readServed(machine: Machine, framework: LibraryFramework): Inventory {
  const isOf = (names: readonly string[]) => (instance: { readonly class: { readonly mro: readonly { readonly name: string }[] } }): boolean => instance.class.mro.some((cls) => names.includes(cls.name));
  const found = topLevelObjects(machine, isOf(framework.applications)).map((one) => ({ ...one, served: servedBy(machine, one.instance) }));
  const stack = new LayerStack();
  const applications: Application[] = [];
  const endpoints: FoundEndpoint[] = [];
  const unresolved: Unresolved[] = [];
  const shapes = new Set<string>();
  let mounts = 0;
  for (const { instance, name, served } of found) {
    if (isMounted(instance) || (served.routes.length === 0 && served.unresolved.length === 0)) continue;
    // A factory that is called in several places makes the same application each time.
    const shape = `${instance.place.module.path}:${instance.place.s} ${served.routes.map(shapeOf).join(" ")}`;
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const application = describeApplication(framework.name, instance, name, `${instance.place.module.path}:${instance.place.s}:${name}#${applications.length}`, served);
    applications.push(application);
    unresolved.push(...served.unresolved);
    mounts += served.mounts;
    for (const route of firstOfEach(framework.order ? triedInOrder(served.routes, framework.order) : served.routes)) endpoints.push(webEndpoint(machine, stack, application.id, answering(route, framework.response)));
  }
  for (const { instance, name } of topLevelObjects(machine, isOf(framework.pieces ?? []))) {
    if (!isMounted(instance)) unresolved.push({ what: "mount", reason: `${name} is not mounted on any application that evaluation found`, span: spanOfPlace(instance.place) });
  }
  const lost = (what: string): number => unresolved.filter((one) => one.what === what).length;
  return { applications, endpoints, unresolved, mounts: { resolved: mounts, unresolved: lost("mount") }, routes: { resolved: endpoints.length, unresolved: lost("route") } };
}

function answering(route: WebRoute, response: LibraryFramework["response"]): WebRoute {
  return route.run && response ? { ...route, run: { ...route.run, response: (value) => response(value, route.handlerPlace) } } : route;
}

function shapeOf(route: WebRoute): string {
  return `${route.method} ${route.path} ${route.place.module.path}:${route.place.s}`;
}

/** Of one method and path the first answers; one that is there under a condition leaves the next its chance. */
function firstOfEach(routes: readonly WebRoute[]): readonly WebRoute[] {
  const certain = new Set<string>();
  return routes.filter((route) => {
    const key = `${route.method} ${route.path}`;
    if (certain.has(key)) return false;
    if (route.conditions.length === 0) certain.add(key);
    return true;
  });
}
