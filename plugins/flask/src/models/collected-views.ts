import { constant, findInMro, instanceOf, isLibrary, knownText, modelClass, native, sequence, visiblePlace, type ClassValue, type FunctionValue, type NativeCall, type Place, type Value } from "@muster/python";

/**
 * For extensions that collect routes from classes, in the module `muster_flask`:
 *
 * - `marked(view, mark)`: names of the view's methods that a decorator left an attribute of this name on, sorted.
 * - `declared(view, name)`: where the repository declares a method of a view: at the method, at the class that inherits it,
 *   or where the view is added.
 * - `is_builtin(view)`: whether its class is the library's own.
 */
export function collectedViewModels(): [string, Value][] {
  const values: Record<string, (call: NativeCall) => Value | undefined> = { marked, declared, is_builtin: (call) => constant(classPlace(call.get(0)) === undefined) };
  return Object.entries(values).map(([name, run]): [string, Value] => [`muster_flask.${name}`, native(`muster_flask.${name}`, run)]);
}

const placeClass: ClassValue = modelClass({ name: "muster_flask.DeclaredPlace" });

function marked(call: NativeCall): Value {
  const [view, mark] = [call.get(0), knownText(call.get(1)) ?? ""];
  if (view?.kind !== "instance") return sequence("list", [], "the view is not known");
  const seen = new Set<string>();
  const found: string[] = [];
  for (const cls of view.class.mro) {
    for (const [name, value] of cls.attributes) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (functionOf(value)?.attributes.has(mark)) found.push(name);
    }
  }
  return sequence("list", found.sort().map((name) => constant(name)));
}

function functionOf(value: Value): FunctionValue | undefined {
  if (value.kind === "method") return functionOf(value.func);
  return value.kind === "function" ? value : undefined;
}

function declared(call: NativeCall): Value {
  const view = call.get(0);
  const name = knownText(call.get(1)) ?? "";
  const method = view?.kind === "instance" ? findInMro(view.class, name)?.value : undefined;
  const fn = method && functionOf(method);
  const shown = fn?.wraps ?? fn;
  const place: Place | undefined = shown && !isLibrary(shown.place.module.path) ? shown.place : classPlace(view);
  return instanceOf(placeClass, place ?? visiblePlace(call.machine, call.place));
}

/** Where the class of a view is defined in the repository. */
function classPlace(view: Value | undefined): Place | undefined {
  const place = view?.kind === "instance" ? view.class.place : undefined;
  return place && !isLibrary(place.module.path) ? place : undefined;
}
