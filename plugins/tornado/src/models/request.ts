import { constant, knownText, label, modelClass, native, none, symbolic, termOf, type ClassValue, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, callerText, inputs } from "@muster/web";

const headers = callerMapping("header", "tornado.httputil.HTTPHeaders");
const cookies = callerMapping("cookie", "http.cookies.SimpleCookie");
const given = callerMapping("query", "tornado.httputil.Arguments");

const request: ClassValue = modelClass({
  name: "tornado.httputil.HTTPServerRequest",
  properties: {
    headers: (call) => callerPart(call, "headers", { type: headers }),
    cookies: (call) => callerPart(call, "cookies", { type: cookies }),
    arguments: (call) => inputs("query", call.place, given),
    query_arguments: (call) => inputs("query", call.place, given),
    body_arguments: (call) => inputs("form", call.place),
    body: (call) => inputs("body", call.place),
    files: (call) => inputs("body", call.place),
    query: (call) => inputs("query", call.place),
    method: (call) => methodOf(call),
    path: (call) => pathOf(call),
    uri: (call) => pathOf(call),
    // An address is no credential: a check of it restricts from where, not who.
    remote_ip: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "remote_ip" }, { place: call.place }),
  },
});

/** The request that a handler is made with. */
export function requestValue(place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: request });
}

export function requestModels(): Map<string, Value> {
  const text = (source: "cookie" | "query") => (call: NativeCall): Value => callerText(call, source, knownText(call.get(0)) ?? "?");
  return new Map<string, Value>([
    ["tornado.httputil.HTTPServerRequest", request],
    ["tornado._native.cookie", native("tornado.web.RequestHandler.get_cookie", text("cookie"))],
    ["tornado._native.argument", native("tornado.web.RequestHandler.get_argument", text("query"))],
    ["tornado._native.arguments", native("tornado.web.RequestHandler.get_arguments", text("query"))],
    ["tornado._native.body_argument", native("tornado.web.RequestHandler.get_body_argument", (call) => symbolic({ kind: "input", source: "form", name: knownText(call.get(0)) ?? "?" }, { labels: label.input, place: call.place }))],
  ]);
}

function methodOf(call: NativeCall): Value {
  const about = call.machine.request;
  if (!about) return none;
  about.touched = true;
  // A socket is opened by a GET.
  return constant(about.method === "WEBSOCKET" ? "GET" : about.method);
}

function pathOf(call: NativeCall): Value | undefined {
  const about = call.machine.request;
  if (!about) return undefined;
  about.touched = true;
  return about.path;
}
