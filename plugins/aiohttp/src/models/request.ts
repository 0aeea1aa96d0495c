import { argumentsOf, constant, emptyDict, getAttribute, knownText, label, modelClass, native, none, symbolic, termOf, unknown, type ClassValue, type Dict, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, callerText, getState, inputs, readState, writeState } from "@muster/web";
import type { Asked } from "./asked.ts";

const headers = callerMapping("header", "multidict.CIMultiDictProxy");
const cookies = callerMapping("cookie", "aiohttp.web.Cookies");
const queries = callerMapping("query", "multidict.MultiDictProxy");

/** The request that handlers and middleware are given. */
export function requestValue(cls: ClassValue, place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: cls });
}

export function requestModels(asked: Asked): Map<string, Value> {
  const matchInfo = matchInfoClass(asked);
  const cls: ClassValue = modelClass({
    name: requestName,
    methods: {
      get: (call) => getState(call, keyText(call)),
      __getitem__: (call) => readState(call, keyText(call)),
      __setitem__: (call) => writeState(call, keyText(call), call.get(1)),
      setdefault: (call) => readState(call, keyText(call)) ?? call.get(1),
      update: (call) => updateState(call),
      clone: (call) => requestValue(cls, call.place),
      json: (call) => inputs("body", call.place),
      text: (call) => inputs("body", call.place),
      read: (call) => inputs("body", call.place),
      post: (call) => inputs("form", call.place),
      multipart: (call) => inputs("body", call.place),
    },
    properties: {
      headers: (call) => callerPart(call, "headers", { type: headers }),
      cookies: (call) => callerPart(call, "cookies", { type: cookies }),
      query: (call) => inputs("query", call.place, queries),
      query_string: (call) => inputs("query", call.place),
      match_info: (call) => inputs("path", call.place, matchInfo),
      method: (call) => methodOf(call),
      path: (call) => pathOf(call),
      raw_path: (call) => pathOf(call),
      rel_url: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "rel_url" }, { labels: label.request, place: call.place, type: url }),
      url: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "url" }, { labels: label.request, place: call.place, type: url }),
      app: () => asked.applications.at(-1),
      config_dict: (call) => configuration(asked, call),
      // An address is no credential: a check of it restricts from where, not who.
      remote: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "remote" }, { place: call.place }),
    },
  });
  return new Map<string, Value>([
    ["aiohttp._native.Request", cls],
    ["aiohttp._native.BaseRequest", cls],
    ["aiohttp.web_request.Request", cls],
    ["aiohttp.web_request.BaseRequest", cls],
    ["aiohttp._native.session_of", native("aiohttp_session.get_session()", sessionOf)],
    ["aiohttp._native.WebSocketResponse", webSocket],
    ["aiohttp.web_ws.WebSocketResponse", webSocket],
  ]);
}

export const requestName = "aiohttp.web_request.Request";

const url = modelClass({
  name: "yarl.URL",
  properties: { path: (call) => pathOf(call), raw_path: (call) => pathOf(call), query: (call) => inputs("query", call.place, queries) },
});

const webSocket = modelClass({
  name: "aiohttp.web_ws.WebSocketResponse",
  attributes: { status: constant(101) },
  methods: { __init__: () => none, receive_json: (call) => inputs("body", call.place), receive_str: (call) => inputs("body", call.place), receive: (call) => inputs("body", call.place), prepare: () => none },
});

/** Keys of a request: names, or `AppKey`s. */
function keyText(call: NativeCall): string {
  return knownText(call.get(0)) ?? "?";
}

function updateState(call: NativeCall): Value {
  const given = call.get(0);
  if (given?.kind === "dict") for (const entry of given.entries.values()) writeState(call, knownText(entry.key), entry.value);
  for (const [name, value] of call.args.keywords) writeState(call, name, value);
  return none;
}

function methodOf(call: NativeCall): Value | undefined {
  const { request } = call.machine;
  if (!request) return undefined;
  request.touched = true;
  return request.method === "*" ? unknown("any method", call.place) : constant(request.method);
}

function pathOf(call: NativeCall): Value | undefined {
  const { request } = call.machine;
  if (!request) return undefined;
  request.touched = true;
  return request.path;
}

/** `request.match_info`: what the route found in the path, and the route itself. */
function matchInfoClass(asked: Asked): ClassValue {
  const read = (call: NativeCall): Value => callerText(call, "path", knownText(call.get(0)) ?? "?");
  // What is read of the route holds for it alone.
  const ofRoute = (call: NativeCall, value: Value | undefined): Value | undefined => {
    if (call.machine.request) call.machine.request.touched = true;
    return value;
  };
  const resource = modelClass({ name: "aiohttp.web_urldispatcher.AbstractResource", properties: { canonical: (call) => ofRoute(call, pathOf(call)), name: (call) => ofRoute(call, asked.name) } });
  const route = modelClass({
    name: "aiohttp.web_urldispatcher.AbstractRoute",
    properties: {
      handler: (call) => ofRoute(call, asked.handler),
      name: (call) => ofRoute(call, asked.name),
      method: (call) => methodOf(call),
      resource: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "resource" }, { place: call.place, type: resource }),
    },
  });
  return modelClass({
    name: "aiohttp.web_urldispatcher.UrlMappingMatchInfo",
    methods: { get: read, __getitem__: read },
    properties: {
      handler: (call) => ofRoute(call, asked.handler),
      route: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "route" }, { place: call.place, type: route }),
      http_exception: () => none,
    },
  });
}

/** `request.config_dict`: what the applications around the handler keep, the innermost first. */
function configuration(asked: Asked, call: NativeCall): Value {
  const merged: Dict = emptyDict();
  for (const application of asked.applications) {
    const kept = getAttribute(call.machine, application, "_kept", call.place);
    if (kept.kind !== "dict") continue;
    for (const [key, entry] of kept.entries) merged.entries.set(key, entry);
    if (kept.open !== undefined) merged.open = kept.open;
  }
  return merged;
}

/** A session says who calls once somebody signed in: of a stranger it is empty. */
function sessionOf(call: NativeCall): Value {
  return callerPart({ ...call, self: call.get(0) ?? none, args: argumentsOf() }, "session", { seen: "session", lean: { truth: false, strong: true } });
}
