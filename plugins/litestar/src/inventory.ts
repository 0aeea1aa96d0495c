import type { Application, Unresolved } from "@muster/contract";
import { call as callValue, diverged, elementsOf, isLibrary, isSubclass, loadLimits, noArguments, spanOfPlace, statusOf, runLimits, symbolOf, visiblePlace, argumentsOf, type ForeignMount, type FoundEndpoint, type Instance, type Inventory, type Machine, type Place, type Value } from "@muster/python";
import { callee, endpointWithin, LayerStack, mountConditions, nameOf, operationsMark, pathNames, reasonOf, topLevelObjects, webEndpoint } from "@muster/web";
import { exitsOf, framed, invoke, type Injection } from "./invoke.ts";
import { layersOf } from "./layers.ts";
import { connectionValue, type ConnectionClasses } from "./models/connection.ts";
import type { RouteAtHand } from "./models/current-route.ts";
import { shownPlace } from "./models/shown-place.ts";
import { routeTree, type LitestarRoute } from "./route-tree.ts";
import { unserved } from "./unserved.ts";

const applicationClass = ["litestar.app.Litestar"];

/** Reads applications off what modules and factories made. */
export function readInventory(machine: Machine, atHand: RouteAtHand, classes: ConnectionClasses): Inventory {
  const found = topLevelObjects(machine, (instance) => isSubclass(instance.class, applicationClass));
  const applications: Application[] = [];
  const endpoints: FoundEndpoint[] = [];
  const foreign: ForeignMount[] = [];
  const unresolved: Unresolved[] = [];
  const served = new Set<Value>();
  const shapes = new Set<string>();
  const mounts = { resolved: 0, unresolved: 0 };
  let lostRoutes = 0;
  for (const { instance, name } of found) {
    runStartup(machine, instance);
    noteErrorAnswers(machine, instance, classes);
    const tree = routeTree(machine, instance);
    for (const one of tree.served) served.add(one);
    if (tree.routes.length === 0 && tree.foreign.length === 0 && tree.unresolved.length === 0) continue;
    // A factory that is called in several places makes the same application each time, unless what guards it differs.
    const shape = `${instance.place.module.path}:${instance.place.s} ${[...tree.routes, ...tree.foreign].map(shapeOf).join(" ")}`;
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const place = shownPlace(instance);
    const application: Application = { id: `${place.module.path}:${place.s}:${name}#${applications.length}`, framework: "litestar", name, folder: "", span: spanOfPlace(place) };
    applications.push(application);
    unresolved.push(...tree.unresolved, ...unknownPlugins(machine, instance));
    mounts.resolved += tree.mounts.resolved;
    mounts.unresolved += tree.mounts.unresolved;
    lostRoutes += tree.unresolved.filter((one) => one.what === "route").length;
    const stack = new LayerStack();
    for (const route of tree.routes) endpoints.push(endpointOf(machine, atHand, classes, stack, application.id, route));
    for (const route of tree.foreign) {
      foreign.push({
        application: application.id,
        value: route.fn,
        prefix: route.path.replace(/\/\{path\}$/, ""),
        at: (method, path) => endpointOf(machine, atHand, classes, stack, application.id, { ...route, method, path, fn: { kind: "const", value: null } }),
        otherwise: [endpointOf(machine, atHand, classes, stack, application.id, route)],
        lost: route.fn.kind === "symbolic" ? [{ what: "mount", reason: `the application mounted here is not known: ${reasonOf(route.fn)}`, span: spanOfPlace(route.place) }] : [],
      });
    }
  }
  for (const lost of unserved(machine, served)) {
    mounts.unresolved++;
    lostRoutes += lost.routes;
    unresolved.push(lost.unresolved);
  }
  return { applications, endpoints, unresolved, mounts, routes: { resolved: endpoints.length, unresolved: lostRoutes }, foreign };
}

function shapeOf(route: LitestarRoute): string {
  const around = [...route.guards, ...route.middleware].map(({ place, value }) => `${nameOf(value)}@${place.module.path}:${place.s}`);
  return `${route.method} ${route.path} ${around.join(",")}`;
}

function endpointOf(machine: Machine, atHand: RouteAtHand, classes: ConnectionClasses, stack: LayerStack, application: string, route: LitestarRoute): FoundEndpoint {
  const names = pathNames(route.path);
  const injection: Injection = { classes, dependencies: route.dependencies, pathNames: names };
  const fn = callee(route.fn);
  const shown = fn && (fn.wraps ?? fn);
  const ofLibrary = shown !== undefined && isLibrary(shown.place.module.path);
  // What a library answers looks at no caller, unless it asks resolvers of the repository.
  const runs = fn !== undefined && (!ofLibrary || operationsMark(route.fn) !== undefined);
  const handlerPlace: Place = shown && !ofLibrary ? shown.place : route.place;
  const found = webEndpoint(machine, stack, application, {
    method: route.method,
    path: route.path,
    place: route.place,
    symbol: shown && !ofLibrary ? symbolOf(shown.place, shown.name) : nameOf(route.handler),
    handlerPlace,
    handler: runs || !ofLibrary ? route.fn : { kind: "const", value: null },
    layers: layersOf(machine, route, injection),
    conditions: mountConditions(route.conditions),
    hidden: route.hidden || route.method === "WEBSOCKET" || route.method === "*",
    tags: route.tags,
    environmentDefault: route.soft,
    ...(firstLine(shown?.doc) !== undefined && !ofLibrary && { summary: firstLine(shown?.doc) ?? "" }),
    ...(runs && { run: { invoke: (one: Machine) => invoke(one, injection, route.fn, handlerPlace) } }),
  });
  const current = { opt: route.opt, types: route.types };
  return endpointWithin(found, (run) => atHand.within(current, run));
}

/** Runs what the server runs when it starts, for the routes that are registered there. */
function runStartup(machine: Machine, application: Instance): void {
  const hooks = application.attributes.get("on_startup");
  if (hooks?.kind !== "list") return;
  for (const { value } of hooks.items) {
    const fn = callee(value);
    if (!fn) continue;
    const takesApplication = fn.params.length > (value.kind === "method" ? 1 : 0);
    machine.within("load", loadLimits, () => framed(machine, fn.place, () => {
      try {
        callValue(machine, value, takesApplication ? argumentsOf(application) : noArguments, fn.place);
      } catch (thrown) {
        if (thrown !== diverged) throw thrown;
      }
      return [];
    }));
  }
}

/** Exceptions that the application answers itself: the status of the answer is noted on their class. */
function noteErrorAnswers(machine: Machine, application: Instance, classes: ConnectionClasses): void {
  const handlers = application.attributes.get("exception_handlers");
  if (handlers?.kind !== "dict") return;
  for (const { key: error, value: handler } of handlers.entries.values()) {
    const fn = callee(handler);
    if (error.kind !== "class" || error.opaque || !error.place || isLibrary(error.place.module.path) || !fn) continue;
    const raised: Instance = { kind: "instance", class: error, attributes: new Map(), place: error.place, records: new Map() };
    const exits = machine.within("trace", runLimits, () => exitsOf(machine, handler, argumentsOf(connectionValue(classes.request, fn.place), raised), fn.place));
    const statuses = new Set(exits.map((exit) => (exit.kind === "return" ? statusOf(exit.value) : undefined)));
    const [status] = statuses;
    if (statuses.size === 1 && status !== undefined) error.attributes.set("@status", { kind: "const", value: status });
  }
}

/** Plugins that are known to add no routes. */
const withoutRoutes = /^(advanced_alchemy|litestar\.(contrib|plugins|ext)|litestar_(granian|email|htmx)|sqlspec)\./;

/** Plugins from outside the repository may register routes and guards of their own. */
function unknownPlugins(machine: Machine, application: Instance): Unresolved[] {
  const plugins = application.attributes.get("plugins");
  if (!plugins || (plugins.kind === "const" && plugins.value === null)) return [];
  return elementsOf(machine, plugins, application.place).items.flatMap(({ value }): Unresolved[] => {
    const isKnown = value.kind === "instance" && !value.class.opaque && !value.class.mro.some((cls) => cls.opaque);
    const name = value.kind === "symbolic" && value.type ? value.type.name : nameOf(value);
    if (isKnown || withoutRoutes.test(name)) return [];
    const place = value.kind === "symbolic" && value.place ? value.place : value.kind === "instance" ? value.place : application.place;
    return [{ what: "mount", reason: `the plugin ${name} is outside the repository: routes that it registers are not known`, span: spanOfPlace(visiblePlace(machine, place)) }];
  });
}

function firstLine(doc: string | undefined): string | undefined {
  const line = doc?.trim().split("\n", 1)[0]?.trim();
  return line === "" ? undefined : line;
}
