import { constant, importDotted, instanceOf, knownText, label, modelClass, native, none, symbolic, termOf, unknown, type ClassValue, type NativeCall, type Place, type Value } from "@muster/python";
import { callerMapping, callerPart, callerText, inputs, readState, writeState } from "@muster/web";
import type { Site } from "../site.ts";

/** The request of a view: what the caller sends, and what middleware keeps beside it. */
export function requestModels(site: Site): readonly (readonly [string, Value])[] {
  const cls = requestClass(site);
  site.requestClass = cls;
  return [
    ["django.http.request.HttpRequest", cls],
    ["django.core.handlers.wsgi.WSGIRequest", cls],
    ["django.core.handlers.asgi.ASGIRequest", cls],
    ["django.contrib.auth.get_user", native("django.contrib.auth.get_user", (call) => sessionUser(call))],
    ["django.contrib.auth.natives.missing", native("django.contrib.auth.natives.missing", (call) => nobody(call.place))],
    // What rules of the project say of strangers, for one.
    ["django.contrib.auth.natives.undecided", native("django.contrib.auth.natives.undecided", (call) => unknown("the permissions of those who are not signed in are the project's own", call.place, label.credential))],
  ];
}

/** The request object that a view or middleware is given. */
export function requestValue(site: Site, place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: site.requestClass });
}

function requestClass(site: Site): ClassValue {
  const headers = callerMapping("header", "django.http.request.HttpHeaders");
  const cookies = callerMapping("cookie", "django.http.cookie.Cookies");
  const query = callerMapping("query", "django.http.request.QueryDict");
  const meta = modelClass({ name: "django.http.request.Meta", methods: { get: readMeta, __getitem__: readMeta, items: () => undefined, keys: () => undefined } });
  const properties: Readonly<Record<string, (call: NativeCall) => Value | undefined>> = {
    method: requestMethod,
    path: requestPath,
    path_info: requestPath,
    headers: (call) => callerPart(call, "headers", { type: headers }),
    COOKIES: (call) => callerPart(call, "COOKIES", { type: cookies }),
    META: (call) => callerPart(call, "META", { type: meta }),
    // A session is kept by the server: without signing in it holds nothing that says who calls.
    session: (call) => callerPart(call, "session", { seen: "session", lean: { truth: false, strong: true } }),
    GET: (call) => inputs("query", call.place, query),
    POST: (call) => inputs("form", call.place),
    FILES: (call) => inputs("form", call.place),
    body: (call) => inputs("body", call.place),
    content_type: (call) => callerText(call, "header", "content-type"),
    resolver_match: (call) => symbolic({ kind: "attribute", of: termOf(call.self), name: "resolver_match" }, { labels: label.request, place: call.place }),
    user: (call) => userOf(call, site),
  };
  return modelClass({
    name: "django.http.request.HttpRequest",
    properties: {
      ...properties,
      has: (call) => {
        const name = knownText(call.get(0));
        if (name === undefined) return undefined;
        if (call.machine.request?.state.entries.has(`s:${name}`) === true) return constant(true);
        if (name === "user") return constant(site.userIsFilled);
        return name in properties ? constant(true) : undefined;
      },
    },
    methods: {
      __init__: () => none,
      __getattr__: (call) => readState(call, knownText(call.get(0)) ?? ""),
      __setattr__: (call) => writeState(call, knownText(call.get(0)), call.get(1)),
      get_full_path: requestPath,
      get_full_path_info: requestPath,
      read: (call) => inputs("body", call.place),
      auser: (call) => userOf(call, site),
      // A cookie that the server signed: nobody else can write it.
      get_signed_cookie: (call) => callerText(call, "cookie", knownText(call.get(0)) ?? "?"),
      is_secure: (call) => unknown("how the request came is not known", call.place),
      get_host: (call) => callerText(call, "header", "host"),
      build_absolute_uri: (call) => unknown("an address of the request", call.place),
    },
  });
}

/** What `AuthenticationMiddleware` or middleware of the repository put there. Before the former nobody is known. */
function userOf(call: NativeCall, site: Site): Value | undefined {
  if (call.machine.request?.state.entries.has("s:user") === true && call.machine.mode === "anonymous") return readState(call, "user");
  return site.userIsFilled ? sessionUser(call) : unknown("request.user is not filled: no AuthenticationMiddleware stands before this", call.place);
}

/** Who is signed in by the session; a stranger is Django's own `AnonymousUser`. */
function sessionUser(call: NativeCall): Value {
  call.machine.seen.add("session");
  if (call.machine.mode !== "anonymous") return symbolic({ kind: "principal", guard: "the session" }, { labels: label.principal, place: call.place });
  const cls = importDotted(call.machine, "django.contrib.auth.models.AnonymousUser", call.place);
  if (cls.kind !== "class") return unknown("who a stranger is, is not loaded", call.place, label.credential);
  const stranger = instanceOf(cls, call.place);
  // What is found by a stranger, or asked about one, depends on who calls.
  stranger.attributes.set("@caller", nobody(call.place));
  return stranger;
}

function nobody(place: Place): Value {
  return symbolic({ kind: "unknown", reason: "nobody is signed in" }, { labels: label.credential, place, lean: { truth: false, strong: true } });
}

function requestMethod(call: NativeCall): Value | undefined {
  const { request } = call.machine;
  if (!request) return undefined;
  request.touched = true;
  // A view for every method is asked with the one that the caller likes.
  return request.method === "*" ? symbolic({ kind: "input", source: "request", name: "method" }, { labels: label.input, place: call.place }) : constant(request.method);
}

function requestPath(call: NativeCall): Value | undefined {
  const { request } = call.machine;
  if (!request) return undefined;
  request.touched = true;
  return request.path;
}

/** `HTTP_X_API_KEY` is the header; what else there is comes from the server. */
function readMeta(call: NativeCall): Value {
  const name = knownText(call.get(0)) ?? "?";
  if (name.startsWith("HTTP_")) return callerText(call, "header", name.slice(5).toLowerCase().replaceAll("_", "-"));
  if (name === "CONTENT_TYPE" || name === "CONTENT_LENGTH") return callerText(call, "header", name.toLowerCase().replaceAll("_", "-"));
  if (name === "REMOTE_USER") return callerPart(call, name, { seen: "custom", lean: { truth: false, strong: false } });
  return symbolic({ kind: "item", of: termOf(call.self), key: { kind: "const", value: name } }, { place: call.place, reason: `the server decides ${name}` });
}
