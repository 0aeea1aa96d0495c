import type { CredentialType } from "@muster/contract";
import { call as callValue, constant, diverged, importDotted, instanceOf, knownText, label, markDenial, modelClass, none, noArguments, proxied, symbolic, unknown, type ClassValue, type NativeCall, type Value } from "@muster/python";
import { callerText, inputs } from "./caller-text.ts";
import { forLibrary } from "./for-library.ts";
import { answer, refuse } from "./refuse.ts";
import { unseen } from "./unseen.ts";
import { requestState } from "./request-state.ts";

/**
 * The module `muster`, which library modules import: what they cannot say in Python. Every framework plugin that brings
 * library modules (or builds on one that does) adds these to its values.
 *
 * - `stranger(kind)`: True for a caller without a valid credential of that kind, False for one who is signed in. For what a
 *   library verifies itself, by its documentation.
 * - `caller(kind, cls=None)`: who calls, as the library hands it on: nobody for a stranger, else the principal. `is_authenticated`
 *   and `is_anonymous` of it are decided.
 * - `text(source, name)`: a header, cookie, query or path value that the caller sends.
 * - `given(source)`: what the caller chooses as a whole: `"query"`, `"path"`, `"body"`, `"form"`.
 * - `method()`, `path()`: of the request at hand.
 * - `state()`: what code keeps beside the request.
 * - `refuse(status)`: ends the request. `answer(response)`: the same with a response.
 * - `denial(answer)`: hands the answer on, noted as one that turns the caller away, whatever its status.
 * - `reached()`: the request got to what the repository defines as its handler, past everything that the library asks of it.
 * - `unseen(self, name, request)`: classes from elsewhere come before the library's own, and may look at the request in a method of this name. They are noted as calls.
 * - `limited(library, rate, whom)`: requests are counted here, and refused beyond a rate (`"5/minute"`, None where it is not known); of `whom` alone
 *   (`"anonymous"`), and `"nobody"` where the library is told to leave this way out. It is noted for whoever looks at limits; the request goes on.
 * - `proxy(function)`: an object that is what the function returns, at each read.
 * - `imported(dotted)`: what a dotted name stands for. `unknown(reason)`: a value that is not known.
 */
export const primitives: ReadonlyMap<string, Value> = new Map(
  Object.entries({ stranger, caller, text, given, method, path, state, refuse: refused, answer: answered, denial, reached, unseen, limited, proxy, imported, unknown: notKnown }).map(([name, run]) => [`muster.${name}`, forLibrary(`muster.${name}`, run)]),
);

const credentialTypes: ReadonlySet<string> = new Set<CredentialType>(["http-bearer", "http-basic", "http-digest", "api-key", "oauth2", "openid-connect", "session", "mutual-tls", "custom"]);

function see(call: NativeCall): void {
  const kind = knownText(call.get(0, "kind")) ?? "custom";
  if (!credentialTypes.has(kind)) throw new Error(`"${kind}" is no type of credential. One of: ${[...credentialTypes].join(", ")}.`);
  call.machine.seen.add(kind as CredentialType);
}

function stranger(call: NativeCall): Value {
  see(call);
  return call.machine.mode === "load" ? unknown("who calls is not known before a request", call.place) : constant(call.machine.mode === "anonymous");
}

function caller(call: NativeCall): Value {
  see(call);
  const cls = call.get(1, "cls");
  const type: ClassValue | undefined = cls?.kind === "class" ? cls : undefined;
  if (call.machine.mode === "anonymous") return symbolic({ kind: "unknown", reason: "nobody is signed in" }, { labels: label.credential, place: call.place, lean: { truth: false, strong: true }, type });
  return symbolic({ kind: "principal", guard: call.machine.calls.at(-1)?.name ?? "the library" }, { labels: label.principal, place: call.place, type });
}

function text(call: NativeCall): Value {
  const source = knownText(call.get(0, "source"));
  const name = knownText(call.get(1, "name"));
  if (source === undefined) return beyondBudget(call);
  if (source !== "header" && source !== "cookie" && source !== "query" && source !== "path") throw new Error("muster.text() takes the source header, cookie, query or path.");
  return callerText(call, source, source === "header" ? (name ?? "?").toLowerCase() : (name ?? "?"));
}

function given(call: NativeCall): Value {
  const source = knownText(call.get(0, "source"));
  if (source === undefined) return beyondBudget(call);
  if (source !== "query" && source !== "path" && source !== "body" && source !== "form") throw new Error("muster.given() takes the source query, path, body or form.");
  return inputs(source, call.place);
}

/** Library modules give these names as texts: one is not known only where the budget of steps ended before it. */
function beyondBudget(call: NativeCall): Value {
  return unknown("what the caller sends: the budget of evaluation ended before it", call.place);
}

function method(call: NativeCall): Value {
  const { request } = call.machine;
  if (!request) return unknown("there is no request here", call.place);
  request.touched = true;
  // A route for every method is asked with any.
  return request.method === "*" ? unknown("any method", call.place) : constant(request.method);
}

function path(call: NativeCall): Value {
  const { request } = call.machine;
  if (!request) return unknown("there is no request here", call.place);
  request.touched = true;
  return request.path;
}

function state(call: NativeCall): Value {
  return symbolic({ kind: "input", source: "request", name: "state" }, { place: call.place, type: requestState });
}

function refused(call: NativeCall): Value {
  const status = call.get(0, "status");
  return refuse(call.machine, status?.kind === "const" && typeof status.value === "number" ? status.value : 403, call.place);
}

function answered(call: NativeCall): Value {
  return answer(call, call.get(0) ?? none);
}

function denial(call: NativeCall): Value {
  const given = call.get(0) ?? none;
  markDenial(given);
  return given;
}

function reached(call: NativeCall): Value {
  const { request } = call.machine;
  if (!request?.reached) return none;
  request.reached(call.place);
  throw diverged;
}

/** Undefined: the call is noted like any other, by this name. */
function limited(): undefined {
  return undefined;
}

const proxyClass: ClassValue = modelClass({
  name: "muster.Proxy",
  properties: {
    [proxied.slice(1)]: (call) => {
      const fn = call.self.kind === "instance" ? call.self.attributes.get("function") : undefined;
      return fn && callValue(call.machine, fn, noArguments, call.place);
    },
  },
});

function proxy(call: NativeCall): Value {
  const made = instanceOf(proxyClass, call.place);
  const fn = call.get(0);
  if (fn) made.attributes.set("function", fn);
  return made;
}

function imported(call: NativeCall): Value {
  const dotted = knownText(call.get(0));
  return dotted === undefined ? unknown("the name of what is imported here is not known", call.place) : importDotted(call.machine, dotted, call.place);
}

function notKnown(call: NativeCall): Value {
  return unknown(knownText(call.get(0)) ?? "not known", call.place);
}
