import { constant, elementsOf, knownText, label, modelClass, native, none, truthOf, unknown, withCondition, type Exit, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { refuse, withStatus } from "@muster/web";

/** `@requires("scope")`, the authentication backend, and the middleware that runs it. */
export function starletteAuthentication(): Map<string, Value> {
  return new Map<string, Value>([
    ["starlette.authentication.requires", native("starlette.authentication.requires", requires)],
    ["starlette.authentication.has_required_scope", native("starlette.authentication.has_required_scope", hasRequiredScope)],
    ["starlette.authentication.AuthenticationError", modelClass({ name: "starlette.authentication.AuthenticationError", attributes: { "@status": constant(401) } })],
    ["starlette.authentication.AuthCredentials", modelClass({ name: "starlette.authentication.AuthCredentials", methods: { __init__: keepScopes } })],
    ["starlette.authentication.AuthenticationBackend", modelClass({ name: "starlette.authentication.AuthenticationBackend" })],
    ["starlette.middleware.authentication.AuthenticationMiddleware", modelClass({ name: "starlette.middleware.authentication.AuthenticationMiddleware" })],
    ["starlette.middleware.base.BaseHTTPMiddleware", modelClass({ name: "starlette.middleware.base.BaseHTTPMiddleware", methods: { __init__: rememberApp } })],
  ]);
}

/** Under this name the innermost authentication middleware keeps beside the request what it makes of strangers. */
const credentialsEntry = "s:@credentials";

/** What a backend returns for a caller without a valid credential: nothing, or credentials all the same. The last middleware before a handler counts. */
export function noteCredentials(machine: Machine, exits: readonly Exit[]): void {
  if (machine.mode !== "anonymous" || machine.trusting !== "everything") return;
  const given = exits.map(({ value }) => value).find((value) => truthOf(machine, value) !== false);
  machine.request?.state.entries.set(credentialsEntry, { key: constant("@credentials"), value: given ?? none });
}

/** `request.auth` and `request.user` of a caller without a valid credential whom a backend gave some all the same. */
export function grantedPart(machine: Machine, index: 0 | 1): Value | undefined {
  if (machine.mode !== "anonymous" || machine.trusting === "nothing") return undefined;
  const given = machine.request?.state.entries.get(credentialsEntry)?.value;
  return given?.kind === "tuple" ? given.items[index]?.value : undefined;
}

function keepScopes(call: NativeCall): Value {
  const scopes = call.get(0, "scopes");
  if (call.self.kind === "instance") call.self.attributes.set("scopes", scopes ?? none);
  return none;
}

type Granted = "no" | "yes" | "perhaps";

/** Whether a caller without a valid credential has these scopes: where a backend gives some, and does not say which, perhaps. */
function isGranted(machine: Machine, asked: readonly string[], place: Place): Granted {
  const given = machine.request?.state.entries.get(credentialsEntry)?.value;
  if (!given || truthOf(machine, given) === false) return "no";
  const credentials = given.kind === "tuple" ? given.items[0]?.value : undefined;
  const scopes = credentials?.kind === "instance" ? credentials.attributes.get("scopes") : undefined;
  if (!scopes) return "perhaps";
  const { items, open } = elementsOf(machine, scopes, place);
  const known = items.map((item) => knownText(item.value));
  if (asked.every((one) => known.includes(one))) return "yes";
  return open !== undefined || known.includes(undefined) ? "perhaps" : "no";
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
  const asked = elementsOf(call.machine, scopes, call.place).items.map((item) => knownText(item.value) ?? "?");
  if (asked.length === 0) return undefined;
  const granted = isGranted(call.machine, asked, call.place);
  return granted === "perhaps" ? undefined : constant(granted === "yes");
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
    const { machine } = inner;
    if (machine.mode !== "anonymous") return none;
    const granted = isGranted(machine, asked, call.place);
    if (granted === "no") refuse(machine, code, call.place);
    if (granted === "perhaps") perhapsRefuse(machine, code, call.place);
    return none;
  });
  return native("requires()", (inner) => {
    const fn = inner.get(0);
    return fn?.kind === "function" && asked.length > 0 ? { ...fn, before: [...(fn.before ?? []), check] } : fn;
  });
}

/** Turns the caller away on a condition that is not known, and goes on where it does not hold. */
function perhapsRefuse(machine: Machine, status: number, place: Place): void {
  const value = unknown("which scopes the authentication backend gives to callers without a credential", place, label.credential);
  const condition = { value, place, text: "the scopes that are asked for are missing" };
  machine.frame?.exits.push({ kind: "raise", value: withStatus(status, place), place, path: withCondition(machine.path, { ...condition, holds: true }), through: [] });
  machine.path = withCondition(machine.path, { ...condition, holds: false });
}
