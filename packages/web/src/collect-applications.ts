import type { Application, Unresolved } from "@muster/contract";
import { spanOfPlace, type Instance, type Inventory, type Machine } from "@muster/python";
import type { LayerStack } from "./layer-stack.ts";
import { webEndpoint, type WebRoute } from "./web-route.ts";

/** What one application serves, as a framework plugin read it. */
export interface ApplicationTable {
  readonly framework: string;
  readonly name: string;
  readonly instance: Instance;
  readonly routes: readonly WebRoute[];
  readonly unresolved: readonly Unresolved[];
  readonly mounts: { readonly resolved: number; readonly unresolved: number };
  /** Applications that it mounts, at any depth: they are served here and not by themselves. */
  readonly mounted: readonly Instance[];
}

/** What was declared and is served by no application that was found. */
export interface Unserved {
  readonly routes: number;
  readonly unresolved: Unresolved;
}

/**
 * The inventory of applications. Left out are those that another one mounts, and those of a factory that made the same
 * application again, or one with less in it: called without what its callers give it, a factory knows only a part.
 */
export function collectApplications(machine: Machine, stack: LayerStack, tables: readonly ApplicationTable[], unserved: readonly Unserved[] = []): Inventory {
  const mounted = new Set(tables.flatMap((table) => table.mounted));
  const mountedPlaces = new Set([...mounted].map(placeOf));
  const own = tables.filter(({ instance, routes, unresolved }) => !mounted.has(instance) && !mountedPlaces.has(placeOf(instance)) && (routes.length > 0 || unresolved.length > 0));
  const kept = own.filter((table, index) => !own.some((other, at) => at !== index && placeOf(other.instance) === placeOf(table.instance) && isPart(table, other) && (at < index || !isPart(other, table))));
  const applications = kept.map((table, index): Application => ({ id: `${placeOf(table.instance)}:${table.name}#${index}`, framework: table.framework, name: table.name, folder: "", span: spanOfPlace(table.instance.place) }));
  const endpoints = kept.flatMap((table, index) => table.routes.map((route) => webEndpoint(machine, stack, applications[index]?.id ?? "", route)));
  const unresolved = [...kept.flatMap((table) => table.unresolved), ...unserved.map((one) => one.unresolved)];
  return {
    applications,
    endpoints,
    unresolved,
    mounts: { resolved: sum(kept.map((table) => table.mounts.resolved)), unresolved: sum(kept.map((table) => table.mounts.unresolved)) + unserved.length },
    routes: { resolved: endpoints.length, unresolved: kept.flatMap((table) => table.unresolved).filter((one) => one.what === "route").length + sum(unserved.map((one) => one.routes)) },
  };
}

function placeOf(instance: Instance): string {
  return `${instance.place.module.path}:${instance.place.s}`;
}

function isPart(table: ApplicationTable, whole: ApplicationTable): boolean {
  const there = new Set(whole.routes.map(shapeOf));
  return table.routes.every((route) => there.has(shapeOf(route)));
}

function shapeOf(route: WebRoute): string {
  return `${route.method} ${route.path} ${route.layers.map(({ name, place }) => `${name}@${place.module.path}:${place.s}`).join(",")}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
