import type { CredentialType, Term } from "@muster/contract";
import { constant, knownText, label, labelsOf, modelClass, native, none, symbolic, termOf, type ClassValue, type Lean, type NativeCall, type Place, type Value } from "@muster/python";
import { refuse } from "./security.ts";

/** Callers choose headers and cookies freely: reading one says nothing; comparing it with a secret does. */
const headers = mapping("header");
const cookies = mapping("cookie");

const connection = modelClass({
  name: "starlette.requests.HTTPConnection",
  methods: { __init__: () => none, __getitem__: (call) => scopeItem(call, knownText(call.get(0))) },
  properties: {
    headers: (call) => part(call, "headers", { type: headers }),
    cookies: (call) => part(call, "cookies", { type: cookies }),
    // A session is signed by the server: without signing in it is empty.
    session: (call) => part(call, "session", { seen: "session", lean: { truth: false, strong: true } }),
    user: (call) => part(call, "user", { seen: "session" }),
    auth: (call) => part(call, "auth", { seen: "session" }),
    state: (call) => stateValue(call),
    url: (call) => part(call, "url", { type: url }),
    query_params: (call) => inputs("query", call.place, mapping("query")),
    path_params: (call) => inputs("path", call.place, mapping("path")),
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
    // Closing with a policy violation turns the caller away; nothing after it reaches the caller.
    close: (call) => {
      const code = call.get(0, "code");
      const status = code?.kind === "const" && typeof code.value === "number" ? code.value : undefined;
      if (call.machine.mode === "anonymous" && status !== undefined && (status === 1008 || status === 3000 || status === 3003 || (status >= 4400 && status < 4500))) refuse(call.machine, status, call.place);
      return none;
    },
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

/** `request.state`: what middleware put there. */
const state = modelClass({
  name: "starlette.datastructures.State",
  methods: {
    __getattr__: (call) => stateOf(call, knownText(call.get(0)) ?? ""),
    __setattr__: (call) => {
      const name = knownText(call.get(0));
      const value = call.get(1);
      if (name !== undefined && value && call.machine.mode === "anonymous" && call.machine.trusting === "everything") call.machine.request?.state.entries.set(`s:${name}`, { key: constant(name), value });
      return none;
    },
  },
});

/**
 * A name that middleware set on the request. What says who calls is taken from the run for callers without a valid
 * credential only by runs that make its assumption; elsewhere it is a credential.
 */
function stateOf(call: NativeCall, name: string): Value | undefined {
  const { machine } = call;
  const entry = machine.mode === "anonymous" ? machine.request?.state.entries.get(`s:${name}`) : undefined;
  if (!saysWhoCalls.test(name)) return entry?.value;
  if (entry && machine.trusting !== "nothing") return entry.value;
  machine.seen.add("custom");
  return symbolic({ kind: "attribute", of: termOf(call.self), name }, { labels: machine.mode === "anonymous" ? label.credential : label.principal, place: call.place, ...(entry && { lean: { truth: false, strong: false } }) });
}

const saysWhoCalls = /user|auth|subject|principal|account|identity|claims|token|member|customer|actor|caller|api_?key|role|scope|permission/i;

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

function stateValue(call: NativeCall): Value {
  return symbolic({ kind: "attribute", of: termOf(call.self), name: "state" }, { place: call.place, type: state });
}

/** `Headers(scope=scope)`: the headers of the request at hand. */
function requestHeaders(call: NativeCall): Value | undefined {
  const from = call.args.keywords.get("scope") ?? call.args.keywords.get("raw");
  if (!from || labelsOf(from) === 0) return undefined;
  return part({ ...call, self: from }, "headers", { type: headers });
}

function part(call: NativeCall, name: string, options: { type?: ClassValue; seen?: CredentialType; lean?: Lean }): Value {
  if (options.seen) call.machine.seen.add(options.seen);
  const term: Term = { kind: "attribute", of: termOf(call.self), name };
  return symbolic(term, { labels: name === "url" ? label.request : call.machine.mode === "anonymous" ? label.credential : label.principal, place: call.place, type: options.type, lean: call.machine.mode === "anonymous" ? options.lean : undefined });
}

export function inputs(source: "query" | "path" | "body" | "form", place: Place, type?: ClassValue): Value {
  return symbolic({ kind: "input", source, name: "*" }, { labels: label.input, place, type });
}

/** `headers` and the like: `get`, `[…]` and `in` by name. */
function mapping(source: "header" | "cookie" | "query" | "path"): ClassValue {
  const read = (call: NativeCall): Value => {
    const name = knownText(call.get(0)) ?? "?";
    return callerText(call, source, source === "header" ? name.toLowerCase() : name);
  };
  return modelClass({ name: `starlette.datastructures.${source === "header" ? "Headers" : source === "cookie" ? "Cookies" : "QueryParams"}`, methods: { get: read, __getitem__: read, getlist: read, items: () => undefined, keys: () => undefined } });
}

/** A text that the caller sends. Headers that are no credential by their standard meaning stay plain inputs. */
export function callerText(call: NativeCall, source: "header" | "cookie" | "query" | "path", name: string): Value {
  const isCredential = source === "cookie" || (source === "header" && !plainHeaders.has(name));
  if (isCredential) call.machine.seen.add(name === "authorization" ? "http-bearer" : "custom");
  const guess = name === "authorization" || name === "proxy-authorization" || source === "cookie" ? 0 : label.guess;
  const labels = !isCredential ? label.input : call.machine.mode === "anonymous" ? label.credential | guess : label.credential | label.principal;
  return symbolic({ kind: "input", source, name }, { labels, place: call.place });
}

/** Request headers that describe the request and never who sends it. */
export const plainHeaders: ReadonlySet<string> = new Set(
  "accept accept-charset accept-encoding accept-language cache-control connection content-encoding content-language content-length content-type date dnt expect forwarded host hx-request if-match if-modified-since if-none-match if-range if-unmodified-since max-forwards origin pragma range referer sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent via x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-proto x-real-ip x-request-id x-requested-with x-correlation-id traceparent tracestate".split(" "),
);

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
      return part(call, "session", { seen: "session", lean: { truth: false, strong: true } });
    case "headers":
      return part(call, "headers", {});
    default:
      return undefined;
  }
}

/** The ASGI scope of the request. */
export function scopeValue(place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "scope" }, { labels: label.request, place, type: scope });
}
