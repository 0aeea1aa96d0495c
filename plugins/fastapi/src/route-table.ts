import type { MountCondition, Step, Unresolved } from "@muster/contract";
import { constant, findInMro, isSubclass, knownText, none, render, spanOfPlace, textOf, unknown, type ConditionList, type Dict, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { handlersOf } from "./route-handlers.ts";
import { entryOf, recordOf, type Attached, type Entry, type MiddlewareRecord, type RouterRecord } from "./route-record.ts";
import { behindAdapters, isSoft, mountConditions, neverHolds, reasonOf } from "@muster/web";
import { inOrder, type Barrier } from "./tried-routes.ts";

/** A dependency together with the layer it was attached at. */
export interface Layered extends Attached {
  readonly layer: "application" | "mount" | "router" | "route";
}

/** One route of one application with everything that the layers around it add. */
export interface Route {
  readonly path: string;
  readonly method: string;
  readonly entry: Entry & { kind: "route" };
  readonly handler: Value;
  readonly dependencies: readonly Layered[];
  /** Outermost first. */
  readonly middleware: readonly MiddlewareRecord[];
  /** Dependencies that the application replaces by others. */
  readonly overrides: Dict | undefined;
  /** A piece of the path is a default that the environment may replace. */
  readonly environmentDefault?: boolean;
  readonly hidden: boolean;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  readonly conditions: readonly MountCondition[];
  /** As it is compiled, with converters. */
  readonly pattern: string;
  /** The earlier route or mount that takes all its requests. */
  readonly unreachable?: Step;
}

export interface RouteTable {
  readonly routes: readonly Route[];
  /** What is mounted and not of this framework: all methods and paths below a prefix. */
  readonly foreign: readonly Route[];
  readonly unresolved: readonly Unresolved[];
  readonly mounts: { readonly resolved: number; readonly unresolved: number };
  /** Routers, applications and routes that this application serves. */
  readonly served: ReadonlySet<RouterRecord | Entry>;
}

interface Context {
  /** The route class of the router at hand. */
  readonly routeClass?: MiddlewareRecord;

  readonly prefix: readonly Value[];
  readonly overrides: Dict | undefined;
  readonly dependencies: readonly Layered[];
  readonly middleware: readonly MiddlewareRecord[];
  readonly hidden: boolean;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  readonly conditions: readonly (ConditionList | undefined)[];
  readonly around: readonly RouterRecord[];
}

/** Flattens an application: includes and mounts in the order in which they were made, prefixes joined, layers stacked. */
export function routeTable(machine: Machine, application: Instance): RouteTable {
  const routes: Route[] = [];
  const unresolved: Unresolved[] = [];
  const foreign: Route[] = [];
  const barriers: Barrier[] = [];
  const served = new Set<RouterRecord | Entry>();
  const mounts = { resolved: 0, unresolved: 0 };

  const lose = (what: Unresolved["what"], reason: string, place: Place): void => {
    unresolved.push({ what, reason, span: spanOfPlace(place) });
    if (what === "mount") mounts.unresolved++;
  };

  const visit = (instance: Value, context: Context, layer: Layered["layer"]): void => {
    const record = recordOf(instance);
    if (!record || instance.kind !== "instance") return;
    if (context.around.includes(record)) {
      lose("mount", "a router that includes itself", record.place);
      return;
    }
    served.add(record);
    const own = record.dependencies.map((one): Layered => ({ ...one, layer }));
    const { routeClass: _, ...around } = context;
    const inner: Context = {
      ...around,
      dependencies: [...context.dependencies, ...own],
      overrides: record.kind === "application" ? overridesOf(instance) : context.overrides,
      ...(record.routeClass && { routeClass: { target: record.routeClass, options: new Map(), place: record.place, conditions: undefined } }),
      middleware: [...context.middleware, ...[...record.middleware].reverse()],
      hidden: context.hidden || (record.kind === "router" && record.hidden),
      deprecated: context.deprecated || record.deprecated,
      tags: [...context.tags, ...record.tags],
      around: [...context.around, record],
    };
    for (const document of record.documents) routes.push(documentRoute(document, inner, instance.place));
    const list = instance.attributes.get("routes");
    if (list?.kind === "list") {
      for (const item of list.items) {
        const entry = entryOf(item.value);
        if (entry) {
          served.add(entry);
          enter({ ...entry, conditions: item.when ?? entry.conditions }, inner);
          continue;
        }
        lose("route", reasonOf(item.value), item.value.kind === "symbolic" && item.value.place ? item.value.place : record.place);
      }
      if (list.open !== undefined) lose("route", `the list of routes is not known whole: ${list.open}`, record.place);
    } else if (list) lose("route", `the list of routes is not known: ${reasonOf(list)}`, record.place);
  };

  const mount = (entry: Entry & { kind: "mount" }, context: Context, at: readonly Value[], conditions: readonly (ConditionList | undefined)[]): void => {
    const below: Context = { ...context, prefix: at, conditions, middleware: [...context.middleware, ...[...entry.middleware].reverse()] };
    if (recordOf(entry.app)) {
      mounts.resolved++;
      // A mounted application has its own document and its own dependencies; those of the outer one do not reach it.
      visit(entry.app, { ...below, dependencies: [], hidden: false, tags: [] }, recordOf(entry.app)?.kind === "application" ? "application" : "router");
      return;
    }
    const app = behindAdapters(entry.app);
    const wrapped = wrappedApplication(app);
    if (wrapped) {
      mounts.resolved++;
      const around: MiddlewareRecord = { target: entry.app, options: new Map(), place: entry.place, conditions: entry.conditions };
      visit(wrapped, { ...below, dependencies: [], hidden: false, tags: [], middleware: [...below.middleware, around] }, recordOf(wrapped)?.kind === "application" ? "application" : "router");
      return;
    }
    mounts.resolved++;
    if (isStatic(app)) routes.push(...mounted({ ...entry, app }, below, conditions));
    // `None` or a text is no application: evaluation did not get to what is mounted.
    else foreign.push(...mounted({ ...entry, app: app.kind === "const" ? unknown("the application mounted here is not known", entry.place) : app }, below, conditions));
    return;
  };

  const enter = (entry: Entry, context: Context): void => {
    const conditions = [...context.conditions, entry.conditions];
    if (neverHolds(conditions)) return;
    switch (entry.kind) {
      case "include": {
        for (const router of routersOf(machine, entry.router, entry.place)) {
          const record = recordOf(router);
          if (!record) {
            lose("mount", `the router included here is not known: ${reasonOf(router)}`, entry.place);
            continue;
          }
          const path = knownOrTemplate(entry.prefix);
          if (path === undefined) lose("mount", `the prefix of the router included here is not known: ${reasonOf(entry.prefix)}`, entry.place);
          else mounts.resolved++;
          visit(
            router,
            {
              ...context,
              prefix: [...context.prefix, entry.own ?? constant(""), entry.prefix],
              dependencies: [...context.dependencies, ...entry.dependencies.map((one): Layered => ({ ...one, layer: "mount" }))],
              hidden: context.hidden || entry.hidden,
              tags: [...context.tags, ...entry.tags],
              conditions,
            },
            "router",
          );
        }
        return;
      }
      case "mount": {
        const at = [...context.prefix, entry.path];
        mount(entry, context, at, conditions);
        if (entry.host !== true) for (const path of pathsOf(at)) barriers.push({ path, place: entry.place, conditions: mountConditions(conditions), environmentDefault: at.some(isSoft), after: routes.length });
        return;
      }
      case "route": {
        for (const route of routesOf(machine, entry, context, conditions)) {
          if ("unresolved" in route) unresolved.push(route.unresolved);
          else routes.push(route);
        }
        return;
      }
      default:
        entry satisfies never;
    }
  };

  visit(application, { prefix: [], overrides: undefined, dependencies: [], middleware: [], hidden: false, deprecated: false, tags: [], conditions: [], around: [] }, "application");
  return { routes: inOrder(routes, barriers), foreign, unresolved, mounts, served };
}

function routersOf(machine: Machine, router: Value, place: Place): readonly Value[] {
  if (router.kind === "union") return router.options.filter((option) => !(option.kind === "const" && option.value === null));
  if (router.kind === "instance" && !recordOf(router)) {
    const inner = router.attributes.get("router");
    if (inner && recordOf(inner)) return [inner];
  }
  void machine;
  void place;
  return [router];
}

function knownOrTemplate(value: Value): string | undefined {
  if (value.kind === "const" && value.value === null) return "";
  if (value.kind === "symbolic" || value.kind === "external") return undefined;
  return knownText(value) ?? (value.kind === "template" || value.kind === "union" ? "" : undefined);
}

/** The alternatives of a path: usually one. */
function pathsOf(pieces: readonly Value[]): string[] {
  let out: string[] = [""];
  for (const piece of pieces.flatMap((one) => (one.kind === "template" ? one.parts : [one]))) {
    const options = piece.kind === "union" ? piece.options : [piece];
    const texts = options.filter((option) => !(option.kind === "const" && option.value === null)).map((option) => render(textOf(option), () => "{?}"));
    out = out.flatMap((before) => (texts.length === 0 ? [before] : texts.map((text) => before + text))).slice(0, 8);
  }
  return [...new Set(out)];
}

/** `/items/{id:path}` → `/items/{id}`. */
function normalPath(path: string): string {
  const out = path.replace(/\{(\w+):[^{}]*\}/g, "{$1}");
  return out.startsWith("/") || out === "" ? out || "/" : `/${out}`;
}

function routesOf(machine: Machine, entry: Entry & { kind: "route" }, context: Context, conditions: readonly (ConditionList | undefined)[]): (Route | { readonly unresolved: Unresolved })[] {
  const out: (Route | { readonly unresolved: Unresolved })[] = [];
  const pieces = entry.bare ? [...context.prefix, entry.path] : [...context.prefix, entry.own ?? constant(""), entry.path];
  for (const path of pathsOf(pieces)) {
    const handlers = handlersOf(machine, entry);
    if (handlers.length === 0) out.push({ unresolved: { what: "route", reason: `the methods of this route are not known: ${reasonOf(entry.methods ?? entry.handler)}`, span: spanOfPlace(entry.place) } });
    for (const { method, handler } of handlers) {
      out.push({
        path: normalPath(path),
        pattern: path,
        method,
        entry,
        handler,
        // Dependencies are FastAPI's: Starlette's own routes know none.
        dependencies: entry.bare ? [] : [...context.dependencies, ...entry.dependencies.map((one): Layered => ({ ...one, layer: "route" }))],
        middleware: [...context.middleware, ...(entry.middleware ?? []), ...(entry.style === "fastapi" && context.routeClass ? [context.routeClass] : [])],
        overrides: context.overrides,
        hidden: context.hidden || entry.hidden || entry.style === "websocket",
        deprecated: context.deprecated || entry.deprecated,
        tags: [...new Set([...context.tags, ...entry.tags])],
        conditions: mountConditions(conditions),
        ...(pieces.some(isSoft) && { environmentDefault: true }),
      });
    }
  }
  return out;
}

function isStatic(app: Value): boolean {
  return app.kind === "instance" && isSubclass(app.class, ["starlette.staticfiles.StaticFiles"]);
}

/** An application without routes of its own: static files, a WSGI or GraphQL application. */
function mounted(entry: Entry & { kind: "mount" }, context: Context, conditions: readonly (ConditionList | undefined)[]): Route[] {
  return pathsOf(context.prefix).map((path) => ({
    path: `${normalPath(path).replace(/\/$/, "")}/{path}`,
    pattern: `${path.replace(/\/$/, "")}/{path:path}`,
    method: isStatic(entry.app) ? "GET" : "*",
    entry: { kind: "route", path: entry.path, methods: undefined, handler: entry.app, dependencies: [], hidden: true, deprecated: false, tags: [], style: "starlette", bare: true, asgi: true, place: entry.place, conditions: entry.conditions },
    handler: entry.app,
    dependencies: [],
    middleware: context.middleware,
    overrides: context.overrides,
    hidden: true,
    deprecated: false,
    tags: [],
    conditions: mountConditions(conditions),
  }));
}

function documentRoute(document: { readonly path: Value; readonly name: string }, context: Context, place: Place): Route {
  return {
    path: normalPath(pathsOf([...context.prefix, document.path])[0] ?? ""),
    pattern: pathsOf([...context.prefix, document.path])[0] ?? "",
    method: "GET",
    entry: { kind: "route", path: document.path, methods: undefined, handler: none, dependencies: [], hidden: true, deprecated: false, tags: [], style: "starlette", vendor: { symbol: `fastapi.applications.FastAPI.setup.${document.name}` }, place, conditions: undefined },
    handler: none,
    // The documentation is served beside the router: dependencies do not reach it, middleware does.
    dependencies: [],
    middleware: context.middleware,
    overrides: context.overrides,
    hidden: true,
    deprecated: false,
    tags: [],
    conditions: mountConditions(context.conditions),
  };
}

function overridesOf(application: Instance): Dict | undefined {
  const overrides = application.attributes.get("dependency_overrides");
  return overrides?.kind === "dict" && overrides.entries.size > 0 ? overrides : undefined;
}

/** The application inside a middleware object that was put around it by hand: `Guard(app, …)`. */
function wrappedApplication(app: Value): Value | undefined {
  if (app.kind !== "instance" || app.class.opaque || findInMro(app.class, "__call__") === undefined) return undefined;
  return [...app.attributes.values()].find((value) => recordOf(value) !== undefined);
}
