import { constant, knownText, label, modelClass, none, symbolic, termOf, type ClassValue, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, closeSocket, inputs, readState, requestState, sessionClass, writeState } from "@muster/web";
import type { RouteAtHand } from "./current-route.ts";

const headers = callerMapping("header", "litestar.datastructures.Headers");
const cookies = callerMapping("cookie", "litestar.datastructures.Cookies");
const queries = callerMapping("query", "litestar.datastructures.MultiDict");
const pathParameters = callerMapping("path", "litestar.datastructures.PathParameters");

/** Classes of the objects that say what a request is. */
export interface ConnectionClasses {
  readonly connection: ClassValue;
  readonly request: ClassValue;
  readonly socket: ClassValue;
  readonly scope: ClassValue;
  readonly handler: ClassValue;
}

/** `ASGIConnection`, `Request`, `WebSocket`, the ASGI scope, and the handler as guards see it. */
export function connectionClasses(atHand: RouteAtHand): ConnectionClasses {
  const handler = modelClass({
    name: "litestar.handlers.base.RoutedHandler",
    properties: {
      opt: (call) => {
        touch(call);
        return atHand.route?.opt;
      },
    },
  });
  const url = modelClass({ name: "litestar.datastructures.URL", properties: { path: (call) => requestPath(call) } });
  const scopeItem = (call: NativeCall, key: string | undefined): Value | undefined => {
    switch (key) {
      case "type":
        touch(call);
        return constant(call.machine.request?.method === "WEBSOCKET" ? "websocket" : "http");
      case "path":
      case "raw_path":
        return requestPath(call);
      case "method":
        return requestMethod(call);
      case "root_path":
        return constant("");
      case "user":
      case "auth":
        return whoCalls(call, key);
      case "session":
        return session(call);
      case "headers":
        return callerPart(call, "headers", {});
      case "path_params":
        return inputs("path", call.place, pathParameters);
      case "state":
        return state(call);
      case "route_handler":
        return handlerValue(handler, call.place);
      default:
        return undefined;
    }
  };
  const scope = modelClass({
    name: "litestar.types.Scope",
    methods: {
      __getitem__: (call) => scopeItem(call, knownText(call.get(0))),
      get: (call) => scopeItem(call, knownText(call.get(0))) ?? call.get(1),
      setdefault: (call) => scopeItem(call, knownText(call.get(0))) ?? call.get(1),
      __setitem__: (call) => {
        const name = knownText(call.get(0));
        return name === "user" || name === "auth" ? writeState(call, name, call.get(1)) : none;
      },
    },
  });
  const connection: ClassValue = modelClass({
    name: "litestar.connection.ASGIConnection",
    construct: (call) => connectionValue(connection, call.place),
    properties: {
      headers: (call) => callerPart(call, "headers", { type: headers }),
      cookies: (call) => callerPart(call, "cookies", { type: cookies }),
      query_params: (call) => inputs("query", call.place, queries),
      path_params: (call) => inputs("path", call.place, pathParameters),
      session,
      user: (call) => whoCalls(call, "user"),
      auth: (call) => whoCalls(call, "auth"),
      state,
      url: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "url" }, { labels: label.request, place: call.place, type: url }),
      method: requestMethod,
      scope: (call) => connectionValue(scope, call.place),
      route_handler: (call) => handlerValue(handler, call.place),
      client: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "client" }, { place: call.place }),
    },
    methods: { set_session: () => none, clear_session: () => none },
  });
  const body = (call: NativeCall): Value => inputs("body", call.place);
  const request: ClassValue = modelClass({
    name: "litestar.connection.Request",
    bases: [connection],
    construct: (call) => connectionValue(request, call.place),
    methods: { json: body, body, msgpack: body, stream: body, form: (call) => inputs("form", call.place) },
  });
  const socket: ClassValue = modelClass({
    name: "litestar.connection.WebSocket",
    bases: [connection],
    construct: (call) => connectionValue(socket, call.place),
    methods: { close: closeSocket, receive_json: body, receive_text: body, receive_bytes: body, receive_data: body },
  });
  return { connection, request, socket, scope, handler };
}

export function connectionValue(cls: ClassValue, place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: cls });
}

/** The handler that a guard is given: it says the options of the route. */
export function handlerValue(cls: ClassValue, place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "route_handler" }, { place, type: cls });
}

/** A value that the handler's signature asks for by one of the reserved names; undefined for any other name. */
export function reservedValue(classes: ConnectionClasses, name: string, place: Place): Value | undefined {
  switch (name) {
    case "request":
      return connectionValue(classes.request, place);
    case "socket":
      return connectionValue(classes.socket, place);
    case "scope":
      return connectionValue(classes.scope, place);
    case "headers":
      return symbolic({ kind: "input", source: "request", name }, { place, type: headers });
    case "cookies":
      return symbolic({ kind: "input", source: "request", name }, { place, type: cookies });
    case "query":
      return inputs("query", place, queries);
    case "data":
    case "body":
      return inputs("body", place);
    case "state":
      return symbolic({ kind: "unknown", reason: "the state of the application" }, { place });
    default:
      return undefined;
  }
}

/** Only middleware sets who calls: where none did, it is nobody. */
function whoCalls(call: NativeCall, key: "user" | "auth"): Value {
  const { machine } = call;
  const isSet = machine.mode !== "anonymous" || machine.request?.state.entries.has(`s:${key}`) === true;
  return (isSet ? readState(call, key) : undefined) ?? callerPart(call, key, { seen: "custom", lean: { truth: false, strong: false } });
}

function touch(call: Pick<NativeCall, "machine">): void {
  if (call.machine.request) call.machine.request.touched = true;
}

function requestPath(call: NativeCall): Value | undefined {
  touch(call);
  return call.machine.request?.path;
}

function requestMethod(call: NativeCall): Value | undefined {
  touch(call);
  return call.machine.request && constant(call.machine.request.method);
}

const sessions = sessionClass("litestar.types.Session");

/** A session is kept by the server: without signing in it is empty. */
function session(call: NativeCall): Value {
  return callerPart(call, "session", { type: sessions, seen: "session", lean: { truth: false, strong: true } });
}

function state(call: NativeCall): Value {
  return symbolic({ kind: "attribute", of: termOf(call.self), name: "state" }, { place: call.place, type: requestState });
}
