import {
  call as callValue, diverged, findInMro, native, noArguments, none, symbolic,
  type Exit, type FunctionValue, type Instance, type Machine, type Place, type Value,
} from "@muster/python";
import { enter, nameOf, type Layer, type Passing } from "@muster/web";
import { requestClass, requestValue, scopeValue } from "./models/requests.ts";
import { noteCredentials } from "./models/starlette-authentication.ts";
import { originalRoute, recordOf, type MiddlewareRecord } from "./route-record.ts";

const harmless = /^(starlette|fastapi)\.middleware\.(?!authentication)/;

/** A middleware as a layer around the handlers of a method; undefined where it has nothing to do with them. */
export function middlewareLayer(machine: Machine, record: MiddlewareRecord, method: string): Layer | undefined {
  const { target, place, conditions } = record;
  const name = nameOf(target);
  if (harmless.test(name) || (method === "WEBSOCKET" && isForHttp(target))) return undefined;
  return { name, mayGuard: target.kind === "symbolic", via: "middleware", layer: "application", place, wraps: true, conditions, run: runnerOf(machine, record) };
}

/** `@app.middleware("http")` and `BaseHTTPMiddleware` hand WebSockets on as they are. */
function isForHttp(target: Value): boolean {
  if (target.kind === "function" || target.kind === "method") return true;
  return target.kind === "class" && findInMro(target, "dispatch")?.value.kind === "function" && findInMro(target, "__call__")?.value.kind !== "function";
}

type Runner = (machine: Machine, passing: Passing) => readonly Exit[];

function runnerOf(machine: Machine, record: MiddlewareRecord): Runner | undefined {
  const { target, place } = record;
  if (target.kind === "function" || target.kind === "method") {
    const fn = target.kind === "function" ? target : target.func;
    if (fn.kind !== "function") return undefined;
    const bound = target.kind === "method" ? [target.self] : [];
    return (_machine, passing) => start(machine, fn, [...bound, requestValue(requestClass, place), callNext(passing)], place);
  }
  if (target.kind === "instance") return wrapperRunner(machine, target, place);
  if (target.kind !== "class") return undefined;
  if (target.mro.some((cls) => cls.name === "starlette.middleware.authentication.AuthenticationMiddleware")) return authenticationBackend(machine, record);
  if (target.mro.some((cls) => cls.name === "fastapi.routing.APIRoute")) return routeClassRunner(machine, target, place);
  const dispatch = findInMro(target, "dispatch");
  if (dispatch?.value.kind === "function") {
    const fn = dispatch.value;
    return (_machine, passing) => {
      const object = create(machine, target, record, none);
      return object ? start(machine, fn, [object, requestValue(requestClass, place), callNext(passing)], place) : [];
    };
  }
  const entry = findInMro(target, "__call__");
  if (entry?.value.kind !== "function") return undefined;
  const fn = entry.value;
  return (_machine, passing) => {
    const app = native("app", (call) => {
      passing.at(call.place);
      return none;
    });
    const object = create(machine, target, record, app);
    if (!object) return [];
    const scope = scopeValue(place);
    return start(machine, fn, [object, scope, native("receive", () => undefined), native("send", () => none)], place);
  };
}

/** A route class that wraps the handler of each of its routes. */
function routeClassRunner(machine: Machine, target: Value & { kind: "class" }, place: Place): Runner | undefined {
  const found = findInMro(target, "get_route_handler");
  if (found?.value.kind !== "function") return undefined;
  const fn = found.value;
  return (_machine, passing) => {
    const route: Instance = { kind: "instance", class: target, attributes: new Map(), place, records: new Map([[originalRoute, callNext(passing)]]) };
    const made = start(machine, fn, [route], place);
    return made.flatMap((exit) => (exit.kind === "return" && exit.value.kind === "function" ? start(machine, exit.value, [requestValue(requestClass, place)], place) : []));
  };
}

/** A middleware object that was put around an application by hand. */
function wrapperRunner(machine: Machine, target: Instance, place: Place): Runner | undefined {
  const entry = findInMro(target.class, "__call__");
  if (entry?.value.kind !== "function") return undefined;
  const fn = entry.value;
  return (_machine, passing) => {
    const app = native("app", (call) => {
      passing.at(call.place);
      return none;
    });
    const attributes = new Map([...target.attributes].map(([name, value]) => [name, recordOf(value) ? app : value]));
    return start(machine, fn, [{ ...target, attributes }, scopeValue(place), native("receive", () => undefined), native("send", () => none)], place);
  };
}

function create(machine: Machine, cls: Value & { kind: "class" }, record: MiddlewareRecord, app: Value): Value | undefined {
  try {
    const object = callValue(machine, cls, { positional: [app], keywords: record.options, open: false }, record.place);
    return object.kind === "instance" ? object : undefined;
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return undefined;
  }
}

function callNext(passing: Passing): Value {
  return native("call_next", (call) => {
    passing.at(call.place);
    return symbolic({ kind: "unknown", reason: "the response" }, { place: call.place, reason: "the response" });
  });
}

function start(machine: Machine, fn: FunctionValue, positional: readonly Value[], place: Place): readonly Exit[] {
  return enter(machine, fn, { ...noArguments, positional }, place);
}

/** Starlette's AuthenticationMiddleware: a backend that raises AuthenticationError turns the caller away; one that returns None lets it pass as unauthenticated. */
function authenticationBackend(machine: Machine, record: MiddlewareRecord): Runner | undefined {
  const backend = record.options.get("backend");
  const object: Instance | undefined = backend?.kind === "instance" ? backend : undefined;
  const found = object && findInMro(object.class, "authenticate");
  if (!object || found?.value.kind !== "function") return undefined;
  const fn = found.value;
  return (_machine, passing) => {
    const exits = start(machine, fn, [object, requestValue(requestClass, record.place)], record.place);
    for (const exit of exits) if (exit.kind === "return") passing.at(exit.place);
    noteCredentials(machine, exits.filter((exit) => exit.kind === "return"));
    return exits.filter((exit) => exit.kind === "raise");
  };
}

