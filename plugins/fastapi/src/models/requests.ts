import { constant, knownText, label, labelsOf, modelClass, native, none, symbolic, termOf, type ClassValue, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, closeSocket, inputs, requestState, sessionClass } from "@muster/web";
import { grantedPart } from "./starlette-authentication.ts";

/** Callers choose headers and cookies freely: reading one says nothing; comparing it with a secret does. */
const headers = callerMapping("header", "starlette.datastructures.Headers");
const cookies = callerMapping("cookie", "starlette.datastructures.Cookies");
const queries = callerMapping("query", "starlette.datastructures.QueryParams");
const pathParameters = callerMapping("path", "starlette.datastructures.PathParams");

const sessions = sessionClass("starlette.sessions.Session");

/** Signed by the server: without signing in it is empty. */
function session(call: NativeCall): Value {
  return callerPart(call, "session", { type: sessions, seen: "session", lean: { truth: false, strong: true } });
}

const connection = modelClass({
  name: "starlette.requests.HTTPConnection",
  methods: { __init__: () => none, __getitem__: (call) => scopeItem(call, knownText(call.get(0))) },
  properties: {
    headers: (call) => callerPart(call, "headers", { type: headers }),
    cookies: (call) => callerPart(call, "cookies", { type: cookies }),
    session,
    user: (call) => grantedPart(call.machine, 1) ?? callerPart(call, "user", { seen: "session" }),
    auth: (call) => grantedPart(call.machine, 0) ?? callerPart(call, "auth", { seen: "session" }),
    state: (call) => stateValue(call),
    url: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "url" }, { labels: label.request, place: call.place, type: url }),
    query_params: (call) => inputs("query", call.place, queries),
    path_params: (call) => inputs("path", call.place, pathParameters),
    method: (call) => {
      const { request } = call.machine;
      if (!request) return undefined;
      request.touched = true;
      return constant(request.method);
    },
    scope: (call) => scopeValue(call.place),
    // An address is no credential: a check of it restricts from where, not who.
    client: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "client" }, { place: call.place }),
  },
});

const request: ClassValue = modelClass({
  name: "starlette.requests.Request",
  bases: [connection],
  construct: (call) => requestValue(request, call.place),
  methods: { json: (call) => inputs("body", call.place), body: (call) => inputs("body", call.place), form: (call) => inputs("form", call.place), stream: (call) => inputs("body", call.place) },
});

const webSocket: ClassValue = modelClass({
  name: "starlette.websockets.WebSocket",
  bases: [connection],
  construct: (call) => requestValue(webSocket, call.place),
  methods: {
    close: closeSocket,
    receive_json: (call) => inputs("body", call.place),
    receive_text: (call) => inputs("body", call.place),
    receive_bytes: (call) => inputs("body", call.place),
  },
});

const url = modelClass({
  name: "starlette.datastructures.URL",
  properties: {
    path: (call) => {
      const { request: about } = call.machine;
      if (!about) return undefined;
      about.touched = true;
      return about.path;
    },
  },
});

/** The ASGI scope: a dict that servers and middleware fill. */
const scope = modelClass({
  name: "asgi.Scope",
  methods: {
    __getitem__: (call) => scopeItem(call, knownText(call.get(0))),
    get: (call) => scopeItem(call, knownText(call.get(0))) ?? call.get(1),
    setdefault: (call) => scopeItem(call, knownText(call.get(0))) ?? call.get(1),
    __setitem__: () => none,
  },
});

export function requestModels(): Map<string, Value> {
  return new Map<string, Value>([
    ["starlette.requests.HTTPConnection", connection],
    ["fastapi.requests.HTTPConnection", connection],
    ["starlette.requests.Request", request],
    ["fastapi.Request", request],
    ["fastapi.requests.Request", request],
    ["starlette.websockets.WebSocket", webSocket],
    ["fastapi.WebSocket", webSocket],
    ["fastapi.websockets.WebSocket", webSocket],
    ["starlette.datastructures.Headers", modelClass({ name: "starlette.datastructures.Headers", construct: (call) => requestHeaders(call) })],
    ["fastapi.security.utils.get_authorization_scheme_param", native("fastapi.security.utils.get_authorization_scheme_param", (call) => schemeAndParameter(call))],
  ]);
}

/** The request object that a handler or dependency is given. */
export function requestValue(cls: ClassValue, place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: cls });
}

export function isConnection(cls: ClassValue): boolean {
  return cls.mro.some((one) => one.name === "starlette.requests.HTTPConnection");
}

export const requestClass: ClassValue = request;

export const webSocketClass: ClassValue = webSocket;

function stateValue(call: NativeCall): Value {
  return symbolic({ kind: "attribute", of: termOf(call.self), name: "state" }, { place: call.place, type: requestState });
}

/** `Headers(scope=scope)`: the headers of the request at hand. */
function requestHeaders(call: NativeCall): Value | undefined {
  const from = call.args.keywords.get("scope") ?? call.args.keywords.get("raw");
  if (!from || labelsOf(from) === 0) return undefined;
  return callerPart({ ...call, self: from }, "headers", { type: headers });
}

function schemeAndParameter(call: NativeCall): Value {
  const header = call.get(0);
  const labels = header ? labelsOf(header) : 0;
  const piece = (index: number): Value => symbolic({ kind: "item", of: header ? termOf(header) : { kind: "unknown", reason: "a header" }, key: { kind: "const", value: index } }, { labels, place: call.place });
  return { kind: "tuple", items: [{ value: piece(0) }, { value: piece(1) }] };
}

function scopeItem(call: NativeCall, key: string | undefined): Value | undefined {
  const { machine } = call;
  const about = machine.request;
  if (!about) return undefined;
  switch (key) {
    case "type":
      return constant(about.method === "WEBSOCKET" ? "websocket" : "http");
    case "path":
    case "raw_path":
      about.touched = true;
      return about.path;
    case "method":
      about.touched = true;
      return constant(about.method);
    case "root_path":
      return constant("");
    case "state":
      return machine.mode === "anonymous" && machine.trusting !== "nothing" ? about.state : stateValue(call);
    case "session":
      return session(call);
    case "headers":
      return callerPart(call, "headers", {});
    default:
      return undefined;
  }
}

/** The ASGI scope of the request. */
export function scopeValue(place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "scope" }, { labels: label.request, place, type: scope });
}
