import {
  call as callValue, argumentsOf, constant, diverged, instanceOf, knownText, modelClass, native, none, symbolic, unknown, visiblePlace, withWrapper,
  type Machine, type NativeCall, type Value,
} from "@muster/python";
import { configClass, configOf, settingOf } from "./config.ts";
import type { FlaskState } from "./flask-state.ts";

const placeClass = modelClass({ name: "muster_flask.Place" });

/**
 * What the library modules of Flask cannot say in Python, as the module `muster_flask`.
 *
 * - `here()`: the place of the repository that led here.
 * - `is_known(value)`: an object, a class, or one of several; `lose(what, value)`: notes what is not.
 * - `made(application)`: notes an application.
 * - `core(name)`: a method of the framework through which a request passes.
 * - `decorate(decorator, function)`: applies a decorator, which may be one that is not known.
 * - `application()`: the one at hand.
 * - `noted(function, decorators)`: the function, on which those of the decorators are noted that are not known.
 * - `setting(name, default)`: of the application at hand.
 */
export function applicationModels(state: FlaskState): [string, Value][] {
  const values: Record<string, (call: NativeCall) => Value | undefined> = {
    here: (call) => instanceOf(placeClass, visiblePlace(call.machine, call.place)),
    is_known: (call) => constant(call.get(0)?.kind === "instance" || call.get(0)?.kind === "class" || call.get(0)?.kind === "union"),
    lose: (call) => {
      state.lost.push({ what: knownText(call.get(0)) === "route" ? "route" : "mount", value: call.get(1) ?? none, place: visiblePlace(call.machine, call.place) });
      return none;
    },
    made: (call) => made(state, call),
    core: (call) => core(state, knownText(call.get(0)) ?? ""),
    decorate: (call) => decorate(call),
    noted: (call) => noted(call),
    application: (call) => state.current ?? unknown("which application this is about is not known", call.place),
    setting: (call) => settingOf(call.machine, configOf(state.current), knownText(call.get(0)) ?? "", call.place) ?? call.get(1) ?? none,
  };
  return [
    ...Object.entries(values).map(([name, run]): [string, Value] => [`muster_flask.${name}`, native(`muster_flask.${name}`, run)]),
    ["muster_flask.Config", configClass],
    ["muster_flask.json_provider", constant(null)],
    ["muster_flask.session_interface", constant(null)],
  ];
}

/** Notes an application under the name of what made it. */
function made(state: FlaskState, call: NativeCall): Value {
  const { machine } = call;
  const application = call.get(0);
  if (application?.kind !== "instance") return none;
  state.applications.push(application);
  machine.created.push({ instance: application, name: makerOf(machine) ?? `${application.place.module.name}:<application>` });
  return none;
}

function makerOf(machine: Machine): string | undefined {
  const maker = machine.calls.findLast((one) => !one.inLibrary && !one.name.endsWith(".__init__"));
  return maker && `${maker.name.replace(/\.(\w+)$/, ":$1")}()`;
}

function core(state: FlaskState, name: string): Value {
  return native(`flask.app.Flask.${name}`, (call) => {
    if (name === "preprocess_request") return none;
    state.passing?.at(call.place);
    return symbolic({ kind: "unknown", reason: "the response" }, { place: call.place, reason: "the response" });
  });
}

/** As `@decorator` does: what a decorator from outside makes of the function is not known, and noted on it. */
function decorate(call: NativeCall): Value {
  const decorator = call.get(0) ?? none;
  const fn = call.get(1) ?? none;
  let result: Value;
  try {
    result = callValue(call.machine, decorator, argumentsOf(fn), call.place);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    result = none;
  }
  if (result.kind === "function" || result.kind === "method" || result.kind === "instance") return result;
  return fn.kind === "function" ? withWrapper(fn, decorator, visiblePlace(call.machine, call.place)) : fn;
}

/** Decorators that a class applies when it is called: those that evaluation cannot enter are noted on what stands for the class. */
function noted(call: NativeCall): Value {
  const fn = call.get(0) ?? none;
  const given = call.get(1);
  const lists = given?.kind === "dict" ? [...given.entries.values()].map((entry) => entry.value) : given ? [given] : [];
  const place = visiblePlace(call.machine, call.place);
  let out = fn;
  for (const list of lists) {
    if (list.kind !== "list" && list.kind !== "tuple") continue;
    for (const { value } of list.items) if ((value.kind === "external" || value.kind === "symbolic") && out.kind === "function") out = withWrapper(out, value, place);
  }
  return out;
}
