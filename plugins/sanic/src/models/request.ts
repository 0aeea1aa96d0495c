import { constant, knownText, label, modelClass, none, symbolic, termOf, type ClassValue, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, callerText, inputs, requestState } from "@muster/web";
import type { Asked, Target } from "./asked.ts";

const headers = callerMapping("header", "sanic.compat.Header");
const cookies = callerMapping("cookie", "sanic.cookies.CookieRequestParameters");
const queries = callerMapping("query", "sanic.request.RequestParameters");
const paths = callerMapping("path", "sanic.request.MatchInfo");

export const requestName = "sanic.request.Request";
export const websocketName = "sanic.server.websockets.impl.WebsocketImplProtocol";

/** A request of the class, or a socket. */
export function connectionValue(cls: ClassValue, place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: cls });
}

export function requestModels(asked: Asked): Map<string, Value> {
  const ofTarget = (read: (target: Target) => Value | undefined) => (call: NativeCall): Value | undefined => {
    // What is read of the route holds for it alone.
    if (call.machine.request) call.machine.request.touched = true;
    return asked.target && read(asked.target);
  };
  const part = (name: string, type: ClassValue) => (call: NativeCall): Value => symbolic({ kind: "attribute", of: termOf(call.self), name }, { labels: label.request, place: call.place, type });
  const routeContext = modelClass({ name: "sanic.router.RouteContext", methods: { __getattr__: (call) => contextOf(asked, call) } });
  const route = modelClass({ name: "sanic_routing.Route", properties: { name: ofTarget((target) => target.name), path: (call) => pathOf(call), ctx: part("ctx", routeContext) } });
  const credentials = modelClass({
    name: "sanic.models.http_types.Credentials",
    properties: { token: (call) => authorization(call), username: (call) => authorization(call), password: (call) => authorization(call), auth_type: (call) => authorization(call) },
  });
  const request = modelClass({
    name: requestName,
    methods: { get_args: (call) => inputs("query", call.place, queries), get_query_args: (call) => inputs("query", call.place), get_form: (call) => inputs("form", call.place), receive_body: (call) => inputs("body", call.place), load_json: (call) => inputs("body", call.place) },
    properties: {
      headers: (call) => callerPart(call, "headers", { type: headers }),
      cookies: (call) => callerPart(call, "cookies", { type: cookies }),
      token: (call) => authorization(call),
      credentials: (call) => callerPart(call, "credentials", { type: credentials }),
      args: (call) => inputs("query", call.place, queries),
      query_args: (call) => inputs("query", call.place),
      query_string: (call) => inputs("query", call.place),
      json: (call) => inputs("body", call.place),
      body: (call) => inputs("body", call.place),
      form: (call) => inputs("form", call.place),
      files: (call) => inputs("body", call.place),
      match_info: (call) => inputs("path", call.place, paths),
      ctx: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "ctx" }, { place: call.place, type: requestState }),
      app: ofTarget((target) => target.application),
      route: part("route", route),
      endpoint: ofTarget((target) => target.name),
      name: ofTarget((target) => target.name),
      method: (call) => methodOf(call),
      path: (call) => pathOf(call),
      // An address is no credential: a check of it restricts from where, not who.
      ip: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "ip" }, { place: call.place }),
      remote_addr: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "remote_addr" }, { place: call.place }),
    },
  });
  const websocket = modelClass({ name: websocketName, methods: { recv: (call) => inputs("body", call.place), send: () => none, close: () => none } });
  return new Map<string, Value>([
    ["sanic._native.Request", request],
    [requestName, request],
    ["sanic._native.Websocket", websocket],
    ["sanic.Websocket", websocket],
    [websocketName, websocket],
  ]);
}

function authorization(call: NativeCall): Value {
  return callerText(call, "header", "authorization");
}

function methodOf(call: NativeCall): Value | undefined {
  const about = call.machine.request;
  if (!about) return undefined;
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

/** `request.route.ctx.name`: what `ctx_name=` said where the route was declared. */
function contextOf(asked: Asked, call: NativeCall): Value | undefined {
  const name = knownText(call.get(0));
  if (call.machine.request) call.machine.request.touched = true;
  const context = asked.target?.context;
  if (context?.kind !== "dict" || name === undefined) return undefined;
  return context.entries.get(`s:ctx_${name}`)?.value;
}

