import { constant, elementsOf, knownText, modelClass, native, none, type NativeCall, type Value } from "@muster/python";
import { refuse } from "@muster/web";

/** `@requires("scope")`, the authentication backend, and the middleware that runs it. */
export function starletteAuthentication(): Map<string, Value> {
  return new Map<string, Value>([
    ["starlette.authentication.requires", native("starlette.authentication.requires", requires)],
    ["starlette.authentication.has_required_scope", native("starlette.authentication.has_required_scope", hasRequiredScope)],
    ["starlette.authentication.AuthenticationError", modelClass({ name: "starlette.authentication.AuthenticationError", attributes: { "@status": constant(401) } })],
    ["starlette.authentication.AuthenticationBackend", modelClass({ name: "starlette.authentication.AuthenticationBackend" })],
    ["starlette.middleware.authentication.AuthenticationMiddleware", modelClass({ name: "starlette.middleware.authentication.AuthenticationMiddleware" })],
    ["starlette.middleware.base.BaseHTTPMiddleware", modelClass({ name: "starlette.middleware.base.BaseHTTPMiddleware", methods: { __init__: rememberApp } })],
  ]);
}

function rememberApp(call: NativeCall): Value {
  const app = call.get(0, "app");
  if (call.self.kind === "instance" && app) call.self.attributes.set("app", app);
  return none;
}

/** False for a caller without a credential, where a scope is asked for at all. */
function hasRequiredScope(call: NativeCall): Value | undefined {
  const scopes = call.get(1, "scopes");
  if (call.machine.mode !== "anonymous" || !scopes) return undefined;
  call.machine.seen.add("session");
  return elementsOf(call.machine, scopes, call.place).items.length > 0 ? constant(false) : undefined;
}

/**
 * Refuses a connection whose credentials lack the scopes. Without signing in a connection has none: with at least one
 * scope asked for, a caller without a credential is refused (403, or a redirect).
 */
function requires(call: NativeCall): Value {
  const scopes = call.get(0, "scopes");
  const redirect = call.get(2, "redirect");
  const status = call.get(1, "status_code");
  const asked = !scopes ? [] : scopes.kind === "const" ? [knownText(scopes) ?? "?"] : elementsOf(call.machine, scopes, call.place).items.map((item) => knownText(item.value) ?? "?");
  const code = redirect && !(redirect.kind === "const" && redirect.value === null) ? 303 : status?.kind === "const" && typeof status.value === "number" ? status.value : 403;
  const check = native("starlette.authentication.requires()", (inner) => {
    inner.machine.seen.add("session");
    if (inner.machine.mode === "anonymous") refuse(inner.machine, code, call.place);
    return none;
  });
  return native("requires()", (inner) => {
    const fn = inner.get(0);
    return fn?.kind === "function" && asked.length > 0 ? { ...fn, before: [...(fn.before ?? []), check] } : fn;
  });
}
