import type { Unresolved } from "@muster/contract";
import { constant, elementsOf, findInMro, getAttribute, isLibrary, isSubclass, keyOf, knownText, spanOfPlace, type ClassValue, type ConditionList, type Dict, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { behindAdapters, callee, neverHolds, reasonOf, type Attachment } from "@muster/web";
import { shownPlace } from "./models/shown-place.ts";
import { pathTemplates, type PathTemplate } from "./paths.ts";

/** A guard, middleware or hook, and the layer that it was given to. */
export interface Attached extends Attachment {
  readonly value: Value;
  readonly place: Place;
  readonly layer: "application" | "router" | "route";
}

/** One handler under one path with what all layers around it add. */
export interface LitestarRoute extends PathTemplate {
  readonly method: string;
  readonly handler: Instance;
  /** What the decorator was put on, bound to its controller. */
  readonly fn: Value;
  readonly place: Place;
  readonly guards: readonly Attached[];
  /** Outermost first. */
  readonly middleware: readonly Attached[];
  /** Of the layer nearest to the handler that has one. */
  readonly beforeRequest: Attached | undefined;
  readonly dependencies: ReadonlyMap<string, Value>;
  readonly opt: Dict;
  readonly hidden: boolean;
  readonly tags: readonly string[];
  readonly conditions: readonly (ConditionList | undefined)[];
}

export interface RouteTree {
  readonly routes: readonly LitestarRoute[];
  /** Applications of other frameworks: all methods and paths below a prefix. */
  readonly foreign: readonly LitestarRoute[];
  readonly unresolved: readonly Unresolved[];
  readonly served: ReadonlySet<Value>;
  readonly mounts: { readonly resolved: number; readonly unresolved: number };
}

type Layers = Pick<LitestarRoute, "guards" | "middleware" | "beforeRequest" | "dependencies" | "opt" | "hidden" | "tags" | "conditions"> & { readonly pieces: readonly Value[]; readonly around: readonly Value[] };

const outside: Layers = { guards: [], middleware: [], beforeRequest: undefined, dependencies: new Map(), opt: { kind: "dict", entries: new Map() }, hidden: false, tags: [], conditions: [], pieces: [], around: [] };

const named = {
  router: ["litestar.router.Router"],
  handler: ["litestar.handlers.base.BaseRouteHandler"],
  controller: ["litestar.controller.Controller"],
  listener: ["litestar.handlers.websocket_handlers.WebsocketListener"],
};

/** Walks what is registered on an application, layer by layer. */
export function routeTree(machine: Machine, application: Instance): RouteTree {
  const routes: LitestarRoute[] = [];
  const foreign: LitestarRoute[] = [];
  const unresolved: Unresolved[] = [];
  const served = new Set<Value>();
  const mounts = { resolved: 0, unresolved: 0 };
  const lose = (what: Unresolved["what"], reason: string, place: Place): void => {
    unresolved.push({ what, reason, span: spanOfPlace(place) });
    if (what === "mount") mounts.unresolved++;
  };

  const enterRouter = (router: Instance, layers: Layers, layer: Attached["layer"]): void => {
    if (layers.around.includes(router)) return lose("mount", "a router that is registered on itself", shownPlace(router));
    served.add(router);
    const inner = within(machine, router, layers, layer);
    const list = router.attributes.get("registered");
    if (list?.kind !== "list") return;
    for (const item of list.items) register(item.value, { ...inner, conditions: [...inner.conditions, item.when], around: [...inner.around, router] }, shownPlace(router));
    if (list.open !== undefined) lose("mount", `what is registered here is not known whole: ${list.open}`, shownPlace(router));
  };

  const register = (value: Value, layers: Layers, place: Place): void => {
    if (neverHolds(layers.conditions)) return;
    if (value.kind === "instance" && isSubclass(value.class, named.router)) {
      mounts.resolved++;
      return enterRouter(value, layers, "router");
    }
    if (value.kind === "instance" && isSubclass(value.class, named.handler)) return addHandler(value, behindAdapters(value.attributes.get("fn") ?? constant(null)), layers);
    if (value.kind === "class" && isSubclass(value, named.controller)) {
      mounts.resolved++;
      return enterController(value, layers);
    }
    if (value.kind === "class" && isSubclass(value, named.listener)) return addListener(value, layers);
    if (value.kind === "union") {
      for (const option of value.options) if (!(option.kind === "const" && option.value === null)) register(option, layers, place);
      return;
    }
    lose("mount", `what is registered here is not known: ${reasonOf(value)}`, value.kind === "symbolic" && value.place ? value.place : place);
  };

  const enterController = (cls: ClassValue, layers: Layers): void => {
    served.add(cls);
    const self: Instance = { kind: "instance", class: cls, attributes: new Map(), place: cls.place ?? application.place, records: new Map() };
    const inner = within(machine, self, layers, "router");
    for (const handler of handlersOf(cls)) {
      const fn = handler.attributes.get("fn");
      addHandler(handler, fn?.kind === "function" ? { kind: "method", self, func: fn } : (fn ?? constant(null)), inner);
    }
  };

  const addListener = (cls: ClassValue, layers: Layers): void => {
    const self: Instance = { kind: "instance", class: cls, attributes: new Map([["methods", constant("WEBSOCKET")]]), place: cls.place ?? application.place, records: new Map() };
    const receive = findInMro(cls, "on_receive")?.value;
    addHandler(self, receive?.kind === "function" ? { kind: "method", self, func: receive } : constant(null), layers);
  };

  const addHandler = (handler: Instance, fn: Value, layers: Layers): void => {
    served.add(handler);
    const own = within(machine, handler, layers, "route");
    // A handler that the library itself defines (the controller of the document) shows where the application is made.
    const place = [shownPlace(handler), fn.kind === "method" && fn.self.kind === "instance" ? fn.self.place : undefined].find((one) => one !== undefined && !isLibrary(one.module.path)) ?? shownPlace(application);
    const methods = textsOf(machine, handler.attributes.get("methods") ?? findInMro(handler.class, "methods")?.value, place);
    if (!methods) return lose("route", "the methods of this route are not known", place);
    const paths = listed(machine, handler.attributes.get("path") ?? findInMro(handler.class, "path")?.value, place);
    if (paths.open !== undefined) return lose("route", `the path of this route is not known: ${paths.open}`, place);
    const isMount = handler.attributes.get("is_mount");
    const below = isMount?.kind === "const" && isMount.value === true ? [constant("{path:path}")] : [];
    for (const path of paths.values.length === 0 ? [constant("")] : paths.values) {
      for (const template of pathTemplates([...layers.pieces, path, ...below])) {
        const target = below.length > 0 && callee(fn) === undefined ? foreign : routes;
        for (const method of methods) target.push({ ...own, ...template, method: method.toUpperCase(), handler, fn, place });
      }
    }
  };

  enterRouter(application, outside, "application");
  return { routes, foreign, unresolved, served, mounts };
}

/** The handlers of a controller: attributes of the class and its bases, of which the nearest counts. */
function handlersOf(cls: ClassValue): Instance[] {
  const seen = new Map<string, Value>();
  for (const one of cls.mro) for (const [name, value] of one.attributes) if (!seen.has(name)) seen.set(name, value);
  return [...seen.values()].filter((value): value is Instance => value.kind === "instance" && isSubclass(value.class, named.handler));
}

/** Adds what one layer has of its own to what is around it. */
function within(machine: Machine, layer: Instance, around: Layers, name: Attached["layer"]): Layers {
  const read = (attribute: string): Value | undefined => {
    const raw = layer.attributes.get(attribute) ?? findInMro(layer.class, attribute)?.value;
    if (raw?.kind === "function" && raw.binding === "property") return getAttribute(machine, layer, attribute, layer.place);
    return raw?.kind === "const" && raw.value === null ? undefined : raw;
  };
  const attach = (value: Value | undefined): Attached[] => attached(machine, value, shownPlace(layer), name);
  const before = read("before_request");
  const shown = read("include_in_schema");
  const path = name === "route" ? undefined : read("path");
  return {
    ...around,
    pieces: path ? [...around.pieces, path] : around.pieces,
    guards: [...around.guards, ...attach(read("guards"))],
    middleware: [...around.middleware, ...attach(read("middleware"))],
    beforeRequest: before ? { value: before, place: shownPlace(layer), layer: name } : around.beforeRequest,
    dependencies: new Map([...around.dependencies, ...namedIn(read("dependencies"))]),
    opt: merged(around.opt, read("opt")),
    hidden: shown?.kind === "const" && typeof shown.value === "boolean" ? !shown.value : around.hidden,
    tags: [...new Set([...around.tags, ...(textsOf(machine, read("tags"), layer.place) ?? [])])],
  };
}

function attached(machine: Machine, value: Value | undefined, place: Place, layer: Attached["layer"]): Attached[] {
  if (!value) return [];
  if (value.kind === "union") {
    const lists = value.options.map((option) => attached(machine, option.kind === "const" && option.value === null ? undefined : option, place, layer));
    const all = new Map(lists.flat().map((one) => [one.value, one]));
    return [...all.values()].map((one) => (lists.every((list) => list.some((other) => other.value === one.value)) ? one : { ...one, maybe: "which of several lists is attached here depends on a condition" }));
  }
  const { items, open } = elementsOf(machine, value, place);
  const known = items.map((item): Attached => ({ value: item.value, place, layer, ...(item.when && { conditions: item.when }) }));
  return open === undefined ? known : known.map((one) => (one.value.kind === "symbolic" ? { ...one, maybe: open } : one));
}

function namedIn(value: Value | undefined): [string, Value][] {
  if (value?.kind !== "dict") return [];
  return [...value.entries.values()].flatMap((entry): [string, Value][] => {
    const key = knownText(entry.key);
    return key === undefined ? [] : [[key, entry.value]];
  });
}

function merged(outer: Dict, inner: Value | undefined): Dict {
  if (inner?.kind !== "dict") return outer;
  const open = outer.open ?? inner.open;
  return { kind: "dict", entries: new Map([...outer.entries, ...[...inner.entries.values()].map((entry) => [keyOf(entry.key) ?? "?", entry] as const)]), ...(open !== undefined && { open }) };
}

/** One value, or each of a collection. */
function listed(machine: Machine, value: Value | undefined, place: Place): { readonly values: readonly Value[]; readonly open?: string } {
  if (!value || (value.kind === "const" && value.value === null)) return { values: [] };
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") {
    const { items, open } = elementsOf(machine, value, place);
    return { values: items.map((item) => item.value), ...(open !== undefined && { open }) };
  }
  if (value.kind === "symbolic" || value.kind === "external") return { values: [], open: reasonOf(value) };
  return { values: [value] };
}

function textsOf(machine: Machine, value: Value | undefined, place: Place): string[] | undefined {
  const { values, open } = listed(machine, value, place);
  const texts = values.map(knownText).filter((text) => text !== undefined);
  return open === undefined && texts.length === values.length ? texts : undefined;
}
