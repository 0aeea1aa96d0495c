import { argumentsOf, call as callValue, constant, elementsOf, emptyDict, instanceOf, knownText, modelClass, native, none, type ClassValue, type FunctionValue, type Instance, type NativeCall, type Value } from "@muster/python";
import { requestClass, requestValue } from "./requests.ts";
import { endpointMethod, originalRoute, recordOf, setEntry, setRecord, type Entry, type MiddlewareRecord, type RouterRecord } from "../route-record.ts";
import { attached, flag, keyword, texts } from "./read.ts";
import { addEntry, showEntry, type RouteClasses } from "./route-list.ts";

const verbs = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;

/** `Starlette`, `Router`, `FastAPI`, `APIRouter`, and the classes of Starlette's route lists. */
export function routerModels(): Map<string, ClassValue> {
  const route = modelClass({ name: "starlette.routing.Route", methods: { __init__: (call) => createRoute(call, "starlette") } });
  const webSocketRoute = modelClass({ name: "starlette.routing.WebSocketRoute", methods: { __init__: (call) => createRoute(call, "websocket") } });
  const apiRoute = modelClass({ name: "fastapi.routing.APIRoute", bases: [route], methods: { __init__: (call) => createRoute(call, "fastapi"), get_route_handler: originalHandler } });
  const mount = modelClass({ name: "starlette.routing.Mount", methods: { __init__: createMount } });
  const host = modelClass({ name: "starlette.routing.Host", methods: { __init__: createHost } });
  const classes: RouteClasses = { route, webSocketRoute, apiRoute, mount, host, included: modelClass({ name: "fastapi.routing.included router" }) };
  const shared = sharedMethods(classes);
  const own = fastapiMethods(classes);
  const router = modelClass({ name: "starlette.routing.Router", methods: { ...shared, __init__: (call) => createStarlette(call, "router") } });
  const starlette = modelClass({ name: "starlette.applications.Starlette", bases: [router], methods: { __init__: (call) => createStarlette(call, "application") } });
  const apiRouter = modelClass({ name: "fastapi.APIRouter", bases: [router], methods: { ...own, __init__: createRouter } });
  const fastapi = modelClass({ name: "fastapi.FastAPI", bases: [starlette], methods: { ...own, __init__: createApplication } });
  const endpoint = modelClass({ name: "starlette.endpoints.HTTPEndpoint", methods: { dispatch } });
  const webSocketEndpoint = modelClass({ name: "starlette.endpoints.WebSocketEndpoint" });
  const staticFiles = modelClass({ name: "starlette.staticfiles.StaticFiles" });
  const middleware = modelClass({ name: "starlette.middleware.Middleware", methods: { __init__: createMiddleware } });
  return new Map<string, ClassValue>([
    ["starlette.routing.Router", router],
    ["starlette.applications.Starlette", starlette],
    ["fastapi.APIRouter", apiRouter],
    ["fastapi.routing.APIRouter", apiRouter],
    ["fastapi.FastAPI", fastapi],
    ["fastapi.applications.FastAPI", fastapi],
    ["starlette.routing.Route", route],
    ["fastapi.routing.Route", route],
    ["starlette.routing.WebSocketRoute", webSocketRoute],
    ["fastapi.routing.APIRoute", apiRoute],
    ["fastapi.routing.APIWebSocketRoute", webSocketRoute],
    ["starlette.routing.Mount", mount],
    ["fastapi.routing.Mount", mount],
    ["starlette.routing.Host", host],
    ["starlette.endpoints.HTTPEndpoint", endpoint],
    ["starlette.endpoints.WebSocketEndpoint", webSocketEndpoint],
    ["starlette.staticfiles.StaticFiles", staticFiles],
    ["fastapi.staticfiles.StaticFiles", staticFiles],
    ["starlette.middleware.Middleware", middleware],
    ["fastapi.middleware.Middleware", middleware],
  ]);
}

function newRecord(call: NativeCall, kind: RouterRecord["kind"]): RouterRecord {
  const routeClass = keyword(call, "route_class");
  return {
    kind,
    ...(routeClass && { routeClass }),
    prefix: keyword(call, "prefix") ?? constant(""),
    dependencies: attached(call, keyword(call, "dependencies")),
    middleware: middlewareList(call, keyword(call, "middleware")),
    errorHandlers: errorHandlers(keyword(call, "exception_handlers")),
    startup: [keyword(call, "lifespan"), ...listed(keyword(call, "on_startup"))].filter((value) => value !== undefined),
    hidden: !flag(call, "include_in_schema", true),
    deprecated: flag(call, "deprecated", false),
    tags: texts(call, keyword(call, "tags")),
    documents: [],
    place: call.place,
  };
}

function listed(value: Value | undefined): Value[] {
  return value?.kind === "list" || value?.kind === "tuple" ? value.items.map((item) => item.value) : [];
}

function errorHandlers(value: Value | undefined): RouterRecord["errorHandlers"] {
  return value?.kind === "dict" ? [...value.entries.values()].map((entry) => ({ error: entry.key, handler: entry.value })) : [];
}

function middlewareList(call: NativeCall, value: Value | undefined): MiddlewareRecord[] {
  if (value?.kind !== "list" && value?.kind !== "tuple") return [];
  const all = value.items.map((item) => middlewareOf(call, item.value)).filter((one) => one !== undefined);
  // Given as a list the first is outermost; `add_middleware` puts each new one around those before.
  return all.reverse();
}

function middlewareOf(call: NativeCall, value: Value): MiddlewareRecord | undefined {
  if (value.kind !== "instance") return undefined;
  const target = value.attributes.get("cls");
  const options = value.attributes.get("kwargs");
  if (!target) return undefined;
  return { target, options: new Map(options?.kind === "dict" ? [...options.entries.values()].map((entry) => [knownText(entry.key) ?? "?", entry.value]) : []), place: value.place, conditions: call.conditions };
}

function createMiddleware(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  const cls = call.get(0, "cls");
  if (cls) call.self.attributes.set("cls", cls);
  const entries = new Map([...call.args.keywords].filter(([name]) => name !== "cls").map(([name, value]) => [`s:${name}`, { key: constant(name), value }]));
  call.self.attributes.set("kwargs", { kind: "dict", entries });
  return none;
}

function createRouter(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  setRecord(call.self, newRecord(call, "router"));
  addRouteList(call, call.self, keyword(call, "routes"));
  call.self.attributes.set("prefix", keyword(call, "prefix") ?? constant(""));
  return none;
}

function createStarlette(call: NativeCall, kind: RouterRecord["kind"]): Value {
  if (call.self.kind !== "instance") return none;
  setRecord(call.self, newRecord(call, kind));
  addRouteList(call, call.self, keyword(call, "routes") ?? (kind === "router" ? call.get(0) : call.get(1)));
  applicationAttributes(call, call.self);
  return none;
}

function createApplication(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  const record = newRecord(call, "application");
  // `root_path` is what a proxy strips: it is no part of the routes. `prefix` is no parameter of an application.
  record.prefix = constant("");
  setRecord(call.self, record);
  addRouteList(call, call.self, keyword(call, "routes"));
  record.documents = documents(call);
  applicationAttributes(call, call.self);
  for (const name of ["title", "version"]) {
    const value = keyword(call, name);
    if (value) call.self.attributes.set(name, value);
  }
  return none;
}

function applicationAttributes(call: NativeCall, self: Instance): void {
  const caller = call.machine.calls.at(-1);
  call.machine.created.push({ instance: self, name: caller ? `${caller.name.replace(/\.(\w+)$/, ":$1")}()` : `${self.place.module.name}:<application>` });
  self.attributes.set("router", self);
  self.attributes.set("dependency_overrides", emptyDict());
}

/** `/openapi.json`, `/docs`, `/docs/oauth2-redirect`, `/redoc`: there unless switched off. */
function documents(call: NativeCall): { readonly path: Value; readonly name: string }[] {
  const path = (name: string, fallback: string): Value | undefined => {
    const value = keyword(call, name) ?? constant(fallback);
    return value.kind === "const" && value.value === null ? undefined : value;
  };
  const openapi = path("openapi_url", "/openapi.json");
  if (!openapi) return [];
  const docs = path("docs_url", "/docs");
  const redirect = docs && path("swagger_ui_oauth2_redirect_url", "/docs/oauth2-redirect");
  const redoc = path("redoc_url", "/redoc");
  return [
    { path: openapi, name: "openapi" },
    ...(docs ? [{ path: docs, name: "swagger_ui_html" }] : []),
    ...(redirect ? [{ path: redirect, name: "swagger_ui_redirect" }] : []),
    ...(redoc ? [{ path: redoc, name: "redoc_html" }] : []),
  ];
}

/** `routes=[Route(...), Mount(...)]`. The list stays shared: what is appended to it later counts too. */
function addRouteList(call: NativeCall, self: Instance, routes: Value | undefined): void {
  if (routes?.kind === "list") {
    self.attributes.set("routes", routes);
    return;
  }
  const { items, open } = routes && !(routes.kind === "const" && routes.value === null) ? elementsOf(call.machine, routes, call.place) : { items: [] };
  self.attributes.set("routes", { kind: "list", items: [...items].filter((item) => open === undefined || item.value.kind === "instance"), ...(open !== undefined && { open }) });
}

function createRoute(call: NativeCall, style: "fastapi" | "starlette" | "websocket"): Value {
  if (call.self.kind !== "instance") return none;
  const entry = routeEntry(call, style, call.get(0, "path"), call.get(1, "endpoint"));
  if (entry) setEntry(call.self, entry);
  showEntry(call.self, call);
  return none;
}

/** `HTTPEndpoint.dispatch`: calls the method of the request's verb. */
function dispatch(call: NativeCall): Value | undefined {
  const method = call.self.kind === "instance" ? call.self.records.get(endpointMethod) : undefined;
  if (!method) return undefined;
  return callValue(call.machine, { kind: "method", self: call.self, func: method as FunctionValue }, argumentsOf(requestValue(requestClass, call.place)), call.place);
}

function routeEntry(call: NativeCall, style: "fastapi" | "starlette" | "websocket", path: Value | undefined, handler: Value | undefined, methods?: Value, bare = false): (Entry & { kind: "route" }) | undefined {
  if (!path || !handler) return undefined;
  const summary = knownText(keyword(call, "summary"));
  return {
    kind: "route",
    path,
    methods: methods ?? keyword(call, "methods"),
    handler,
    dependencies: attached(call, keyword(call, "dependencies")),
    hidden: !flag(call, "include_in_schema", true),
    deprecated: flag(call, "deprecated", false),
    tags: texts(call, keyword(call, "tags")),
    ...(summary !== undefined && { summary }),
    style,
    bare: bare || style === "starlette",
    place: call.place,
    conditions: call.conditions,
    middleware: style === "fastapi" ? [] : middlewareList(call, keyword(call, "middleware")),
  };
}

/** `APIRoute.get_route_handler`: what calls the handler. A model of the request's way put it on the route. */
function originalHandler(call: NativeCall): Value | undefined {
  return call.self.kind === "instance" ? (call.self.records.get(originalRoute) as Value | undefined) : undefined;
}

function createMount(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  let app = call.get(1, "app");
  const routes = keyword(call, "routes");
  if ((!app || (app.kind === "const" && app.value === null)) && routes) app = routerOf(call, routes);
  if (app) setEntry(call.self, mountEntry(call, call.get(0, "path") ?? constant(""), app, keyword(call, "name")));
  showEntry(call.self, call);
  return none;
}

function mountEntry(call: NativeCall, path: Value, app: Value, name: Value | undefined): Entry {
  return { kind: "mount", path: trimmed(path), app, name: knownText(name) ?? "", middleware: middlewareList(call, keyword(call, "middleware")), place: call.place, conditions: call.conditions };
}

/** A mount's path without the slash at its end. */
function trimmed(path: Value): Value {
  const text = knownText(path);
  return text === undefined ? path : constant(text.replace(/\/+$/, ""));
}

/** A router made of a plain list of routes. */
function routerOf(call: NativeCall, routes: Value): Value {
  const cls = modelClass({ name: "starlette.routing.Router" });
  const instance = instanceOf(cls, call.place);
  setRecord(instance, { ...newRecord(call, "router"), prefix: constant(""), dependencies: [], middleware: [] });
  addRouteList(call, instance, routes);
  return instance;
}

function createHost(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  const app = call.get(1, "app");
  if (app) setEntry(call.self, hostEntry(call, app));
  showEntry(call.self, call);
  return none;
}

/** Served on one host alone; the path stays as it is. */
function hostEntry(call: NativeCall, app: Value): Entry {
  return { kind: "mount", host: true, path: constant(""), app, name: "", middleware: [], place: call.place, conditions: call.conditions };
}

/** A decorator that registers what it decorates and hands it back. */
function registering(name: string, register: (handler: Value, call: NativeCall) => void): Value {
  return native(name, (call) => {
    const handler = call.get(0);
    if (handler) register(handler, call);
    return handler;
  });
}

function sharedMethods(classes: RouteClasses): Record<string, (call: NativeCall) => Value | undefined> {
  return {
    mount: (call) => {
      const app = call.get(1, "app");
      if (app) addEntry(classes, call, mountEntry(call, call.get(0, "path") ?? constant(""), app, call.get(2, "name")));
      return none;
    },
    host: (call) => {
      const app = call.get(1, "app");
      if (app) addEntry(classes, call, hostEntry(call, app));
      return none;
    },
    add_route: (call) => {
      addEntry(classes, call, routeEntry(call, "starlette", call.get(0, "path"), call.get(1, "route") ?? keyword(call, "endpoint"), call.get(2, "methods")));
      return none;
    },
    route: (call) => registering("route()", (handler) => addEntry(classes, call, routeEntry(call, "starlette", call.get(0, "path"), handler, call.get(1, "methods")))),
    add_websocket_route: (call) => {
      addEntry(classes, call, routeEntry(call, "websocket", call.get(0, "path"), call.get(1, "route") ?? keyword(call, "endpoint"), undefined, true));
      return none;
    },
    websocket_route: (call) => registering("websocket_route()", (handler) => addEntry(classes, call, routeEntry(call, "websocket", call.get(0, "path"), handler, undefined, true))),
    add_middleware: (call) => {
      const target = call.get(0, "middleware_class");
      if (target) recordOf(call.self)?.middleware.push({ target, options: new Map([...call.args.keywords].filter(([name]) => name !== "middleware_class")), place: call.place, conditions: call.conditions });
      return none;
    },
    middleware: (call) => registering("middleware()", (target) => recordOf(call.self)?.middleware.push({ target, options: new Map(), place: call.place, conditions: call.conditions })),
    exception_handler: (call) =>
      registering("exception_handler()", (handler) => {
        const error = call.get(0);
        if (error) recordOf(call.self)?.errorHandlers.push({ error, handler });
      }),
    add_exception_handler: (call) => {
      const error = call.get(0);
      const handler = call.get(1, "handler");
      if (error && handler) recordOf(call.self)?.errorHandlers.push({ error, handler });
      return none;
    },
    on_event: (call) => registering("on_event()", (handler) => knownText(call.get(0)) === "startup" && recordOf(call.self)?.startup.push(handler)),
    add_event_handler: (call) => {
      const handler = call.get(1, "func");
      if (handler && knownText(call.get(0, "event_type")) === "startup") recordOf(call.self)?.startup.push(handler);
      return none;
    },
    url_path_for: () => undefined,
  };
}

function fastapiMethods(classes: RouteClasses): Record<string, (call: NativeCall) => Value | undefined> {
  const methods: Record<string, (call: NativeCall) => Value | undefined> = {
    include_router: (call) => {
      const router = call.get(0, "router");
      if (!router) return none;
      addEntry(classes, call, {
        kind: "include",
        router,
        prefix: keyword(call, "prefix") ?? constant(""),
        dependencies: attached(call, keyword(call, "dependencies")),
        hidden: !flag(call, "include_in_schema", true),
        tags: texts(call, keyword(call, "tags")),
        place: call.place,
        conditions: call.conditions,
      });
      return none;
    },
    api_route: (call) => registering("api_route()", (handler) => addEntry(classes, call, routeEntry(call, "fastapi", call.get(0, "path"), handler))),
    add_api_route: (call) => {
      addEntry(classes, call, routeEntry(call, "fastapi", call.get(0, "path"), call.get(1, "endpoint")));
      return none;
    },
    websocket: (call) => registering("websocket()", (handler) => addEntry(classes, call, routeEntry(call, "websocket", call.get(0, "path"), handler))),
    add_api_websocket_route: (call) => {
      addEntry(classes, call, routeEntry(call, "websocket", call.get(0, "path"), call.get(1, "endpoint")));
      return none;
    },
  };
  for (const verb of verbs) {
    const method: Value = { kind: "list", items: [{ value: constant(verb.toUpperCase()) }] };
    methods[verb] = (call) => registering(`${verb}()`, (handler) => addEntry(classes, call, routeEntry(call, "fastapi", call.get(0, "path"), handler, method)));
  }
  return methods;
}
