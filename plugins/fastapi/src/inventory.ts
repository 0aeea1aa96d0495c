import type { Application, Parameter, Unresolved } from "@muster/contract";
import { setOnClass, type ForeignMount, type FoundEndpoint, type Instance, type Inventory, type Machine, type Place, type Value, emptyDict, knownText, loadLimits, noArguments, none, runLimits, spanOfPlace, statusOf, symbolOf } from "@muster/python";
import { callee, enter, judgeOperations, nameOf, operationsMark, pathValue, reasonOf, surroundingsOf, topLevelObjects } from "@muster/web";
import { invocationOf, judgeEndpoint, selfOf } from "./judge-endpoint.ts";
import { middlewareLayer } from "./middleware.ts";
import { isDependency, scopesOf } from "./models/dependencies.ts";
import { requestClass, requestValue } from "./models/requests.ts";
import { declaredBy, shownParameters } from "./parameters.ts";
import { recordOf, type Entry, type RouterRecord } from "./route-record.ts";
import { handlerFunction } from "./route-handlers.ts";
import { routeTable, type Route } from "./route-table.ts";
import { Solver } from "./solver.ts";
import { unserved } from "./unserved.ts";

/** Reads applications off what the modules' top levels and factories made. */
export function readInventory(machine: Machine): Inventory {
  const found = topLevelObjects(machine, (instance) => recordOf(instance)?.kind === "application");
  for (const { instance } of found) {
    runStartup(machine, instance);
    noteErrorAnswers(machine, instance);
  }
  const served = new Set<RouterRecord | Entry>();
  const tables = found.map((one) => ({ ...one, table: routeTable(machine, one.instance) }));
  for (const { table } of tables) for (const record of table.served) served.add(record);
  // An application that another one mounts is served there and not by itself.
  const inner = new Set<RouterRecord | Entry>();
  for (const { instance, table } of tables) for (const record of table.served) if (record !== recordOf(instance)) inner.add(record);
  const applications: Application[] = [];
  const endpoints: FoundEndpoint[] = [];
  const foreign: ForeignMount[] = [];
  const unresolved: Unresolved[] = [];
  let mounts = { resolved: 0, unresolved: 0 };
  const solver = new Solver(machine);
  let lostRoutes = 0;
  const shapes = new Set<string>();
  for (const { instance, name, table } of tables) {
    const record = recordOf(instance);
    if (!record || inner.has(record)) continue;
    if (table.routes.length === 0 && table.foreign.length === 0 && table.unresolved.length === 0) continue;
    // A factory that is called in several places makes the same application each time, unless what guards it differs.
    const shape = `${instance.place.module.path}:${instance.place.s} ${[...table.routes, ...table.foreign].map(shapeOf).join(" ")}`;
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const application = { ...describe(instance, name), id: `${instance.place.module.path}:${instance.place.s}:${name}#${applications.length}` };
    applications.push(application);
    unresolved.push(...table.unresolved);
    lostRoutes += table.unresolved.filter((one) => one.what === "route").length;
    mounts = { resolved: mounts.resolved + table.mounts.resolved, unresolved: mounts.unresolved + table.mounts.unresolved };
    for (const route of table.routes) endpoints.push(endpointOf(machine, solver, application, route));
    for (const route of table.foreign) foreign.push(foreignMount(machine, solver, application, route));
  }
  for (const lost of unserved(machine, served)) {
    mounts.unresolved++;
    lostRoutes += lost.routes;
    unresolved.push(lost.unresolved);
  }
  return { applications, endpoints, unresolved, mounts, routes: { resolved: endpoints.length, unresolved: lostRoutes }, foreign };
}

/** An application that this framework does not know, behind the middleware around its mount. */
function foreignMount(machine: Machine, solver: Solver, application: Application, route: Route): ForeignMount {
  const isKnown = route.handler.kind !== "symbolic";
  return {
    application: application.id,
    value: route.handler,
    prefix: route.path.replace(/\/\{path\}$/, ""),
    at: (method, path) => endpointOf(machine, solver, application, { ...route, method, path, handler: none, entry: { ...route.entry, vendor: { symbol: nameOf(route.handler) } } }),
    otherwise: [endpointOf(machine, solver, application, route)],
    lost: isKnown ? [] : [{ what: "mount", reason: `the application mounted here is not known: ${reasonOf(route.handler)}`, span: spanOfPlace(route.entry.place) }],
  };
}

function shapeOf(route: Route): string {
  const around = [...route.dependencies, ...route.middleware].map(({ place }) => `${place.module.path}:${place.s}`);
  return `${route.method} ${route.path} ${around.join(",")}`;
}

/** Runs what the server runs when it starts, for the routes that are added there. */
function runStartup(machine: Machine, application: Instance): void {
  for (const startup of recordOf(application)?.startup ?? []) {
    const fn = callee(startup);
    if (!fn) continue;
    const self = startup.kind === "method" ? [startup.self] : [];
    const takesApplication = fn.params.length > self.length;
    machine.within("load", loadLimits, () => enter(machine, fn, { ...noArguments, positional: takesApplication ? [...self, application] : self }, fn.place));
  }
}

/** Exceptions that the application answers itself: the status of the answer is noted on their class. */
function noteErrorAnswers(machine: Machine, application: Instance): void {
  for (const { error, handler } of recordOf(application)?.errorHandlers ?? []) {
    const fn = callee(handler);
    if (error.kind !== "class" || error.opaque || !error.place || !fn) continue;
    const raised: Instance = { kind: "instance", class: error, attributes: new Map(), place: error.place, records: new Map() };
    const exits = machine.within("trace", runLimits, () => enter(machine, fn, { ...noArguments, positional: [requestValue(requestClass, fn.place), raised] }, fn.place));
    const statuses = new Set(exits.map((exit) => (exit.kind === "return" ? statusOf(exit.value) : undefined)));
    const [status] = statuses;
    if (statuses.size === 1 && status !== undefined) setOnClass(error, "@status", { kind: "const", value: status });
  }
}

function describe(instance: Instance, name: string): Application {
  const title = knownText(instance.attributes.get("title"));
  const version = knownText(instance.attributes.get("version"));
  return {
    id: "",
    framework: instance.class.mro.some((cls) => cls.name === "fastapi.FastAPI") ? "fastapi" : "starlette",
    name,
    folder: "",
    span: spanOfPlace(instance.place),
    ...(title !== undefined && { title }),
    ...(version !== undefined && { version }),
  };
}

function endpointOf(machine: Machine, solver: Solver, application: Application, route: Route): FoundEndpoint {
  const pathNames = new Set([...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""));
  const shown = handlerFunction(route.handler);
  const place: Place = shown?.place ?? route.entry.place;
  const symbol = route.entry.vendor?.symbol ?? (shown ? symbolOf(shown.place, shown.name) : nameOf(route.handler));
  const within = <T>(run: () => T): T => {
    machine.request = { method: route.method, path: pathValue(route.path), place, touched: false, state: emptyDict(), stack: "" };
    solver.overrides = route.overrides;
    try {
      return run();
    } finally {
      machine.request = undefined;
    }
  };
  return {
    endpoint: {
      application: application.id,
      method: route.method,
      path: route.path,
      handler: { symbol, span: spanOfPlace(place) },
      span: spanOfPlace(route.entry.place),
      parameters: parametersOf(machine, route, pathNames),
      hidden: route.hidden,
      deprecated: route.deprecated,
      conditions: route.conditions,
      tags: route.tags,
      ...(route.environmentDefault && { environmentDefault: true }),
      ...(route.unreachable && { unreachable: route.unreachable }),
      ...((route.entry.summary ?? firstLine(shown?.doc)) !== undefined && { summary: route.entry.summary ?? firstLine(shown?.doc) ?? "" }),
    },
    basis: route,
    judge: () =>
      within(() => {
        const judgement = judgeEndpoint(machine, solver, route, pathNames);
        const canBeAsked = (route.method === "POST" || route.method === "*") && (operationsMark(route.handler) ?? machine.request?.offered) !== undefined;
        const invoke = canBeAsked ? invocationOf(machine, solver, route, pathNames) : undefined;
        const operations = invoke && judgeOperations(machine, { handler: route.handler, place: route.entry.place, run: { invoke } }, judgement);
        return operations ? { ...judgement, operations } : judgement;
      }),
    run: () => within(() => runHandler(machine, solver, route, pathNames)),
    around: surroundingsOf(route.middleware.flatMap((record) => middlewareLayer(machine, record, route.method) ?? []), within),
  };
}

/** The signed-in run: dependencies of all layers in their order, then the handler, in one trace. */
function runHandler(machine: Machine, solver: Solver, route: Route, pathNames: ReadonlySet<string>): ReturnType<FoundEndpoint["run"]> {
  const fn = callee(route.handler);
  const shown = handlerFunction(route.handler);
  if (!fn || !shown) return [];
  const cache = new Map<Value, Value>();
  return machine.within("trace", runLimits, () => {
    for (const dependency of route.dependencies) {
      if (!isDependency(dependency.value)) continue;
      solver.hand(dependency.value.attributes.get("dependency") ?? none, scopesOf(dependency.value), dependency.value.place, cache);
    }
    const self = selfOf(machine, solver, route, [], cache);
    const args = solver.argumentsFor(fn, self, [], shown.place, 0, [], "trace", cache, pathNames, false);
    const exits = args ? enter(machine, fn, args, shown.place) : [];
    if (machine.exhausted) machine.recorder?.lose(machine.exhausted, "the budget of evaluation ended here");
    return exits;
  });
}

function parametersOf(machine: Machine, route: Route, pathNames: ReadonlySet<string>): Parameter[] {
  const shown = handlerFunction(route.handler);
  const out = new Map<string, Parameter>();
  if (shown && route.entry.style !== "starlette") {
    machine.within("load", runLimits, () => {
      for (const [index, param] of shownParameters(machine, shown).entries()) {
        if (param.kind === "var" || param.kind === "kwvar" || (shown.owner && index === 0)) continue;
        const declared = declaredBy(machine, param, pathNames);
        if (declared.kind === "input") out.set(`${declared.source} ${declared.name}`, { name: declared.name, in: declared.source, required: declared.required || declared.source === "path" });
      }
    });
  }
  for (const name of pathNames) if (!out.has(`path ${name}`)) out.set(`path ${name}`, { name, in: "path", required: true });
  return [...out.values()].sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : a.name < b.name ? -1 : 1));
}

function firstLine(doc: string | undefined): string | undefined {
  const line = doc?.trim().split("\n", 1)[0]?.trim();
  return line === "" ? undefined : line;
}
