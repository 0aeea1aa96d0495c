import type { Application, Unresolved } from "@muster/contract";
import { elementsOf, instanceOf, isLibrary, knownText, loadLimits, modelClass, none, spanOfPlace, symbolOf, visiblePlace, type ConditionList, type Instance, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { callee, enter, receiver } from "./enter.ts";
import { forLibrary } from "./for-library.ts";
import { isSoft } from "./is-soft.ts";
import type { Layer } from "./layer.ts";
import { mountConditions } from "./mount-conditions.ts";
import { nameOf } from "./name-of.ts";
import { reasonOf } from "./unknown-reason.ts";
import { wayPrimitives } from "./way-primitives.ts";
import type { WebRoute } from "./web-route.ts";
import type { Tried } from "./tried-in-order.ts";

/** What an application of a library module serves, as its own Python told it. */
export interface Served {
  readonly routes: readonly WebRoute[];
  readonly unresolved: readonly Unresolved[];
  readonly mounts: number;
}

interface Record {
  readonly routes: WebRoute[];
  readonly unresolved: Unresolved[];
  mounts: number;
  /** What the application itself depends on. */
  under?: ConditionList | undefined;
}

const placeClass = modelClass({ name: "muster.Place" });

/**
 * The rest of the module `muster`: for frameworks whose library modules bring the whole way of a request, from the table of
 * routes to the answer.
 *
 * - `created(app)`: an application object was made.
 * - `here()`: the place in the repository that led here, for `at`.
 * - `defined(function)`: the place where it is defined, or None for one of a library.
 * - `serve(app, method, path, handler, run, at, around=(), tried=None)`: one method on one path. `path` has `{name}` for parameters; `run()` takes a
 *   request through everything that the framework puts around the handler, and the handler. What stands around it is named in
 *   `around` too, for what of that cannot be followed. `tried` is `(position, pattern, takes)` where the router tries routes in order: see `Tried`.
 * - `lost(app, what, reason, at)`: a `"route"` or `"mount"` that could not be resolved. `mounted(piece)`: it is served by another one.
 * - `Response`: a base class for objects whose `status`, once set, is what the caller gets; `complete = True` ends the request while it has an attribute `ends_request`. `respond(status)`: the same as a call;
 *   None where the framework takes it back. `responded()`: what
 *   was set on every way here, or None.
 * - `code(status)`: the number of `"401 Unauthorized"` and of whatever else a status is written as; None where it is not known.
 * - `has(object, name)`: whether it certainly has the attribute.
 * - `answers(error, run)`: exceptions of a class are answered as `run()` answers.
 * - `before(function, *args)`: a function that lets the request on by returning None or its first argument; whatever else it returns is the
 *   answer of the function that calls this.
 * - `leave(function, *args)`: calls it last: each of its ways out is one of the caller's.
 */
export const applicationPrimitives: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...wayPrimitives,
  ...Object.entries({ created, here, defined, serve, lost, mounted }).map(([name, run]): [string, Value] => [`muster.${name}`, forLibrary(`muster.${name}`, run)]),
]);

/** Asks an application object for its routes: its class has a method `muster_routes` for that. */
export function servedBy(machine: Machine, application: Instance): Served {
  const record = recordOf(application);
  record.routes.length = 0;
  record.unresolved.length = 0;
  record.mounts = 0;
  const method = application.class.mro.map((cls) => cls.attributes.get("muster_routes")).find((found) => found !== undefined);
  // Its module may not be loaded yet: then evaluation is repeated.
  if (method?.kind !== "function") return record;
  machine.within("load", loadLimits, () => enter(machine, method, { positional: [application], keywords: new Map(), open: false }, application.place));
  return record;
}

/** Whether another application serves what this object holds. */
export function isMounted(instance: Instance): boolean {
  return instance.records.has("muster.mounted");
}

/** How an application is shown; one that the library itself makes is named for the file that uses it first. */
export function describeApplication(framework: string, instance: Instance, name: string, id: string, served: Served): Application {
  const first = served.routes[0]?.place;
  const own = !isLibrary(instance.place.module.path) || !first;
  return { id, framework, name: own ? name : `${first.module.name}:<default application>`, folder: "", span: spanOfPlace(own ? instance.place : first) };
}

function recordOf(instance: Instance): Record {
  const known = instance.records.get("muster.served");
  if (known) return known as Record;
  const made: Record = { routes: [], unresolved: [], mounts: 0 };
  instance.records.set("muster.served", made);
  return made;
}

function created(call: NativeCall): Value {
  const app = call.get(0);
  if (app?.kind !== "instance") return none;
  recordOf(app).under = call.conditions;
  const caller = call.machine.calls.findLast((one) => !one.inLibrary);
  call.machine.created.push({ instance: app, name: caller ? `${caller.name.replace(/\.(\w+)$/, ":$1")}()` : `${app.place.module.name}:<application>` });
  return none;
}

function here(call: NativeCall): Value {
  return instanceOf(placeClass, visiblePlace(call.machine, call.place));
}

function defined(call: NativeCall): Value {
  const fn = callee(call.get(0) ?? none);
  const shown = fn?.wraps ?? fn;
  return shown && !isLibrary(shown.place.module.path) ? instanceOf(placeClass, shown.place) : none;
}

function placeOf(value: Value | undefined, call: NativeCall): Place {
  return value?.kind === "instance" && value.class === placeClass ? value.place : visiblePlace(call.machine, call.place);
}

function serve(call: NativeCall): Value {
  const [app, method, path, handler, run] = [call.get(0, "app"), call.get(1, "method"), call.get(2, "path"), call.get(3, "handler"), call.get(4, "run")];
  // Where the budget of evaluation ended before it, that is told of the module.
  if (app?.kind === "symbolic") return none;
  if (app?.kind !== "instance" || !method || !path || !handler || !run) throw new Error("muster.serve() takes an application, a method, a path, a handler and what runs.");
  const at = placeOf(call.get(5, "at"), call);
  const record = recordOf(app);
  const layers = unfollowedLayers(call, call.get(6, "around"), at);
  const tried = triedOf(call.get(7, "tried"));
  for (const one of path.kind === "union" ? path.options : [path]) {
    const text = one.kind === "const" && typeof one.value !== "string" ? undefined : knownText(one);
    const verb = knownText(method);
    if (text === undefined || verb === undefined) record.unresolved.push({ what: "route", reason: `its ${text === undefined ? "path" : "method"} is not known: ${reasonOf(text === undefined ? one : method)}`, span: spanOfPlace(at) });
    else record.routes.push({ ...routeOf(verb, text, handler, run, at), layers, conditions: mountConditions([record.under, call.conditions]), environmentDefault: isSoft(one), ...(tried && { tried }) });
  }
  return none;
}

function triedOf(value: Value | undefined): Tried | undefined {
  if (value?.kind !== "tuple") return undefined;
  const [position, pattern, takes] = value.items.map((item) => (item.value.kind === "const" ? item.value.value : undefined));
  if (typeof position !== "number" || typeof pattern !== "string" || (takes !== "any" && takes !== "own" && takes !== "nothing")) return undefined;
  return { position, pattern, takes };
}

function routeOf(method: string, path: string, handler: Value, run: Value, at: Place): WebRoute {
  const fn = callee(handler);
  const shown = fn?.wraps ?? fn;
  const place = shown && !isLibrary(shown.place.module.path) ? shown.place : at;
  const chain = callee(run);
  return {
    method,
    path,
    place: at,
    symbol: shown && !isLibrary(shown.place.module.path) ? symbolOf(shown.place, shown.name) : nameOf(handler),
    handlerPlace: place,
    handler,
    layers: [],
    ...(chain && { run: { wholeWay: true, invoke: (machine) => enter(machine, chain, { positional: receiver(run), keywords: new Map(), open: false }, place) } }),
    conditions: [],
  };
}

/** What stands around a handler and is outside the repository, or not known. */
function unfollowedLayers(call: NativeCall, around: Value | undefined, at: Place): Layer[] {
  if (!around) return [];
  return elementsOf(call.machine, around, call.place).items.flatMap(({ value }): Layer[] => {
    const unfollowed = value.kind === "symbolic" || value.kind === "external" || (value.kind === "instance" && value.class.opaque);
    return unfollowed ? [{ name: nameOf(value), via: "middleware", layer: "application", place: at, wraps: true, run: undefined }] : [];
  });
}

function lost(call: NativeCall): Value {
  const [app, what, reason] = [call.get(0, "app"), knownText(call.get(1, "what")), call.get(2, "reason")];
  if (app?.kind === "symbolic" || what === undefined) return none;
  if (app?.kind !== "instance" || (what !== "route" && what !== "mount")) throw new Error('muster.lost() takes an application and "route" or "mount".');
  recordOf(app).unresolved.push({ what, reason: knownText(reason) ?? (reason ? reasonOf(reason) : "it is not known"), span: spanOfPlace(placeOf(call.get(3, "at"), call)) });
  return none;
}

function mounted(call: NativeCall): Value {
  const [piece, by] = [call.get(0), call.get(1)];
  if (piece?.kind === "instance") piece.records.set("muster.mounted", true);
  if (by?.kind === "instance") recordOf(by).mounts++;
  return none;
}

