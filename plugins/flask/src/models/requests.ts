import { constant, emptyDict, knownText, label, modelClass, none, sequence, symbolic, type ClassValue, type Dict, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, callerText, inputs, pathParameter, readState, refuse, requestState, sessionClass } from "@muster/web";
import type { FlaskState } from "./flask-state.ts";

const headers = callerMapping("header", "werkzeug.datastructures.Headers");
const cookies = callerMapping("cookie", "werkzeug.datastructures.Cookies");
const queries = modelClass({
  name: "werkzeug.datastructures.MultiDict",
  methods: { get: queryItem, __getitem__: queryItem, getlist: queryItem, items: () => undefined, keys: () => undefined, to_dict: (call) => inputs("query", call.place) },
});

function queryItem(call: NativeCall): Value {
  return callerText(call, "query", knownText(call.get(0)) ?? "?");
}

/** `request.authorization`: what the Authorization header says, verified by nobody. */
const authorization = modelClass({
  name: "werkzeug.datastructures.Authorization",
  properties: Object.fromEntries(["username", "password", "token", "parameters"].map((name) => [name, (call: NativeCall) => authorizationPart(call, name)])),
  methods: { get: (call) => authorizationPart(call, knownText(call.get(0)) ?? "?"), __getitem__: (call) => authorizationPart(call, knownText(call.get(0)) ?? "?") },
});

function authorizationPart(call: NativeCall, name: string): Value {
  call.machine.seen.add("http-basic");
  const labels = call.machine.mode === "anonymous" ? label.credential : label.credential | label.principal;
  const header = { kind: "input", source: "header", name: "authorization" } as const;
  // A name is no secret: a check of it alone says nothing.
  const term = name === "username" ? ({ kind: "attribute", of: header, name } as const) : ({ kind: "item", of: header, key: { kind: "const", value: name } } as const);
  return symbolic(term, { labels, place: call.place });
}

/** The request object; `request` itself is one that is known from the start. */
export function requestClass(state: FlaskState): ClassValue {
  const about = (read: (call: NativeCall) => Value | undefined) => (call: NativeCall) => {
    const { request } = call.machine;
    if (!request) return undefined;
    request.touched = true;
    return read(call);
  };
  const body = (call: NativeCall): Value => inputs("body", call.place);
  const form = (call: NativeCall): Value => inputs("form", call.place);
  const path = about((call) => state.at?.path ?? call.machine.request?.path);
  const cls: ClassValue = modelClass({
    name: "flask.wrappers.Request",
    construct: (call) => requestValue(cls, call.place),
    properties: {
      headers: (call) => callerPart(call, "headers", { type: headers }),
      cookies: (call) => callerPart(call, "cookies", { type: cookies }),
      args: (call) => inputs("query", call.place, queries),
      form,
      files: form,
      values: form,
      json: body,
      data: body,
      stream: body,
      authorization: (call) => callerPart(call, "authorization", { type: authorization, seen: "http-basic" }),
      method: about((call) => (call.machine.request?.method === "*" ? undefined : constant(call.machine.request?.method === "WEBSOCKET" ? "GET" : (call.machine.request?.method ?? "")))),
      path,
      script_root: () => constant(""),
      endpoint: about(() => state.endpoint),
      blueprint: about(() => constant(state.blueprints[0] ?? null)),
      blueprints: about(() => sequence("list", state.blueprints.map((name) => constant(name)))),
      url_rule: about(() => state.at?.rule),
      view_args: about((call) => ({ ...pathValues(call.machine.request?.path, call.place), ofRoute: true })),
      routing_exception: () => none,
      environ: (call) => environValue(call.place),
    },
    methods: { get_json: body, get_data: body, on_json_loading_failed: () => undefined },
  });
  return cls;
}

export function requestValue(cls: ClassValue, place: Place | undefined): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: cls });
}

/** What the route binds, by name. */
export function pathValues(path: Value | undefined, place: Place): Dict {
  const out = emptyDict();
  const names = path?.kind === "template" ? path.parts.flatMap((part) => (part.kind === "symbolic" && part.term.kind === "input" ? [part.term.name] : [])) : [];
  for (const name of names) out.entries.set(`s:${name}`, { key: constant(name), value: pathParameter(name, place) });
  return out;
}

/** The WSGI environment. */
const environ = modelClass({ name: "wsgi.Environ", methods: { __getitem__: environItem, get: (call) => environItem(call) ?? call.get(1), __setitem__: () => none, setdefault: environItem } });

export function environValue(place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "environ" }, { labels: label.request, place, type: environ });
}

function environItem(call: NativeCall): Value | undefined {
  const { request } = call.machine;
  const key = knownText(call.get(0)) ?? "";
  if (key === "PATH_INFO" || key === "RAW_URI" || key === "REQUEST_URI" || key === "REQUEST_METHOD") {
    if (!request) return undefined;
    request.touched = true;
    return key === "REQUEST_METHOD" ? constant(request.method) : request.path;
  }
  if (key === "SCRIPT_NAME") return constant("");
  return key.startsWith("HTTP_") ? callerText(call, "header", key.slice(5).toLowerCase().replaceAll("_", "-")) : undefined;
}

/** `flask.g`: what code keeps beside the request. */
const globals = modelClass({
  name: "flask.ctx._AppCtxGlobals",
  bases: [requestState],
  methods: {
    pop: (call) => readState(call, knownText(call.get(0)) ?? "") ?? call.get(1),
    setdefault: (call) => readState(call, knownText(call.get(0)) ?? "") ?? call.get(1),
    __contains__: (call) => {
      const name = knownText(call.get(0)) ?? "";
      const known = call.machine.mode === "anonymous" && call.machine.trusting !== "nothing" && call.machine.request?.state.entries.has(`s:${name}`);
      return known ? constant(true) : readState(call, name);
    },
  },
});

/** `flask.session`: signed by the server, and empty for who never signed in. */
const session = sessionClass("flask.sessions.SecureCookieSession");

/** Quart's WebSocket: a request that is answered in pieces. */
function websocketClass(request: ClassValue): ClassValue {
  return modelClass({
    name: "quart.wrappers.Websocket",
    bases: [request],
    methods: {
      receive: (call) => inputs("body", call.place),
      receive_json: (call) => inputs("body", call.place),
      send: () => none,
      send_json: () => none,
      accept: () => none,
      // Closing it with a violation of policy turns the caller away.
      close: (call) => {
        const code = call.get(0, "code");
        const status = code?.kind === "const" && typeof code.value === "number" ? code.value : undefined;
        return call.machine.mode === "anonymous" && status !== undefined && status >= 1008 ? refuse(call.machine, status, call.place) : none;
      },
    },
  });
}

export function requestModels(state: FlaskState): [string, Value][] {
  const cls = requestClass(state);
  const socket = websocketClass(cls);
  return [
    ["muster_flask.Websocket", socket],
    ["muster_flask.websocket", requestValue(socket, undefined)],
    ["muster_flask.Request", cls],
    ["muster_flask.request", requestValue(cls, undefined)],
    ["muster_flask.g", symbolic({ kind: "input", source: "request", name: "g" }, { type: globals })],
    ["muster_flask.session", symbolic({ kind: "input", source: "request", name: "session" }, { type: session })],
  ];
}
