import { findInMro, isLibrary, keyOf, knownText, native, noArguments, none, type Exit, type FunctionValue, type Instance, type Machine, type Value } from "@muster/python";
import { answer, callee, enter, nameOf, passingOnNone, receiver, withStatus, type Layer } from "@muster/web";
import { answered } from "./dispatch.ts";
import type { FlaskState } from "./models/flask-state.ts";
import { environValue, pathValues } from "./models/requests.ts";
import { statusNumber } from "./models/responses.ts";

/** Methods of the application class through which a request passes, outermost first. */
const passages = ["__call__", "wsgi_app", "full_dispatch_request", "preprocess_request", "dispatch_request"] as const;

/** What a request meets before the view function, outermost first. */
export function layersOf(state: FlaskState, application: Instance, blueprints: readonly string[], method: string): Layer[] {
  const layers: Layer[] = [];
  const around = application.attributes.get("wsgi_app");
  if (around) layers.push(wsgiLayer(state, around, application));
  for (const name of passages) {
    const found = findInMro(application.class, name);
    if (found?.value.kind === "function" && !isLibrary(found.value.place.module.path)) layers.push(passageLayer(state, application, name, found.value));
    if (name !== "preprocess_request") continue;
    for (const attribute of ["url_value_preprocessors", method === "WEBSOCKET" ? "before_websocket_funcs" : "before_request_funcs"]) {
      for (const scope of ["object:null", ...[...blueprints].reverse().map((blueprint) => `s:${blueprint}`)]) layers.push(...functionsOf(state, application, attribute, scope));
    }
  }
  return layers;
}

/** `before_request` and its like, of the application or of one blueprint. */
function functionsOf(state: FlaskState, application: Instance, attribute: string, scope: string): Layer[] {
  const all = application.attributes.get(attribute);
  const list = all?.kind === "dict" ? all.entries.get(scope)?.value : undefined;
  if (list?.kind !== "list") return [];
  const layers = list.items.flatMap(({ value, when }): Layer[] => [...unfollowedAround(value, when), {
    name: nameOf(value),
    via: "middleware",
    layer: scope === keyOf(none) ? "application" : "router",
    place: callee(value)?.place ?? application.place,
    wraps: false,
    conditions: when,
    mayGuard: value.kind === "symbolic",
    run: runnerOf(state, application, value, attribute === "url_value_preprocessors"),
  }]);
  if (list.open !== undefined) layers.push({ name: "functions before each request", via: "middleware", layer: "application", place: application.place, wraps: false, mayGuard: true, run: undefined });
  return layers;
}

/** Decorators from outside the repository around such a function: they may turn callers away before it. */
function unfollowedAround(value: Value, conditions: Layer["conditions"]): Layer[] {
  return (callee(value)?.wrappers ?? []).map(({ decorator, place }) => ({ name: nameOf(decorator), via: "middleware", layer: "application", place, wraps: false, conditions, run: undefined }));
}

function runnerOf(state: FlaskState, application: Instance, value: Value, isPreprocessor: boolean): Layer["run"] {
  const fn = callee(value);
  if (!fn) return undefined;
  return (machine, passing) => {
    const given = isPreprocessor ? routeAtHand(machine, state, fn) : [];
    const exits = answered(machine, state, application, enter(machine, fn, { ...noArguments, positional: [...receiver(value), ...given] }, fn.place));
    if (!isPreprocessor) return passingOnNone(exits, passing);
    for (const exit of exits) if (exit.kind === "return") passing.at(exit.place, exit.path);
    return exits.filter((exit) => exit.kind === "raise");
  };
}

/** What a preprocessor of the path's values is given: it is another thing for every route. */
function routeAtHand({ request }: Machine, state: FlaskState, { place }: FunctionValue): Value[] {
  if (request) request.touched = true;
  const values = pathValues(request?.path, place);
  const rule = knownText(state.at?.rule.attributes.get("rule")) ?? "";
  for (const [key, entry] of values.entries) {
    // A text that a rule matched has a character at least; a number may be zero.
    const name = key.slice("s:".length);
    const isText = [`<${name}>`, `<string:${name}>`, `<path:${name}>`].some((piece) => rule.includes(piece));
    if (isText && entry.value.kind === "symbolic") values.entries.set(key, { ...entry, value: { ...entry.value, lean: { truth: true, strong: true } } });
  }
  return [state.endpoint ?? none, values];
}

/** A method of the framework that the repository's application class overrides. */
function passageLayer(state: FlaskState, application: Instance, name: (typeof passages)[number], fn: FunctionValue): Layer {
  const isWsgi = name === "__call__" || name === "wsgi_app";
  return {
    name: nameOf(fn),
    via: "middleware",
    layer: "application",
    place: fn.place,
    wraps: name !== "preprocess_request",
    run: (machine, passing) => {
      const given = isWsgi ? [environValue(fn.place), startResponse] : [];
      const exits = reaching(state, passing, () => enter(machine, fn, { ...noArguments, positional: [application, ...given] }, fn.place));
      const done = answered(machine, state, application, exits);
      return name === "preprocess_request" ? passingOnNone(done, passing) : done;
    },
  };
}

/** What was put around the application: `app.wsgi_app = Guard(app.wsgi_app)`. */
function wsgiLayer(state: FlaskState, around: Value, application: Instance): Layer {
  const fn = callee(around);
  return {
    name: around.kind === "instance" ? around.class.name : nameOf(around),
    via: "middleware",
    layer: "application",
    place: around.kind === "instance" ? around.place : (fn?.place ?? application.place),
    wraps: true,
    run: fn && ((machine, passing) => reaching(state, passing, () => enter(machine, fn, { ...noArguments, positional: [...receiver(around), environValue(fn.place), startResponse] }, fn.place))),
  };
}

function reaching(state: FlaskState, passing: FlaskState["passing"], run: () => readonly Exit[]): readonly Exit[] {
  const outer = state.passing;
  state.passing = passing;
  try {
    return run();
  } finally {
    state.passing = outer;
  }
}

/** WSGI's `start_response(status, headers)`: says what is answered. */
const startResponse: Value = native("start_response", (call) => {
  const status = statusNumber(call.get(0));
  return status?.kind === "const" && typeof status.value === "number" ? answer(call, withStatus(status.value, call.place)) : none;
});
