import type { Application, Unresolved } from "@muster/contract";
import { call as callValue, constant, diverged, elementsOf, hasAttribute, instanceOf, isDenial, isLibrary, joinPaths, knownText, loadLimits, modelClass, native, none, pathWithStatus, runLimits, spanOfPlace, statusOfExit, unknown, symbolOf, visiblePlace, withCondition, type ConditionList, type Exit, type Instance, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { callee, enter, receiver } from "./enter.ts";
import { isSoft } from "./is-soft.ts";
import type { Layer } from "./layer.ts";
import { mountConditions } from "./mount-conditions.ts";
import { nameOf } from "./name-of.ts";
import { refuse } from "./refuse.ts";
import { responseStatus } from "./response-status.ts";
import { reasonOf } from "./unknown-reason.ts";
import type { WebRoute } from "./web-route.ts";

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

/** What an application object is assigned to here is the status that the caller gets: `response.status = 401`. */
const responseClass = modelClass({
  name: "muster.Response",
  methods: {
    __setattr__: (call) => {
      const name = knownText(call.get(0));
      const value = call.get(1);
      if (value && (name === "status" || name === "status_code" || name === "status_int")) call.machine.path = pathWithStatus(call.machine.path, responseStatus(value));
      // What a framework answers at once when the response is complete.
      if (name === "complete" && call.self.kind === "instance" && isTrue(call.self.attributes.get("ends_request")) && isTrue(value)) refuse(call.machine, call.machine.path.status ?? 200, call.place);
      return none;
    },
  },
});

/**
 * The rest of the module `muster`: for frameworks whose library modules bring the whole way of a request, from the table of
 * routes to the answer.
 *
 * - `created(app)`: an application object was made.
 * - `here()`: the place in the repository that led here, for `at`.
 * - `defined(function)`: the place where it is defined, or None for one of a library.
 * - `serve(app, method, path, handler, run, at, around=())`: one method on one path. `path` has `{name}` for parameters; `run()` takes a
 *   request through everything that the framework puts around the handler, and the handler. What stands around it is named in
 *   `around` too, for what of that cannot be followed.
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
  ["muster.Response", responseClass],
  ...Object.entries({ created, here, defined, serve, lost, mounted, respond, responded, code, has, before, leave, answers }).map(([name, run]): [string, Value] => [`muster.${name}`, native(`muster.${name}`, run)]),
]);

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}

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
  if (app?.kind !== "instance" || !method || !path || !handler || !run) throw new Error("muster.serve() takes an application, a method, a path, a handler and what runs.");
  const at = placeOf(call.get(5, "at"), call);
  const record = recordOf(app);
  const layers = unfollowedLayers(call, call.get(6, "around"), at);
  for (const one of path.kind === "union" ? path.options : [path]) {
    const text = one.kind === "const" && typeof one.value !== "string" ? undefined : knownText(one);
    const verb = knownText(method);
    if (text === undefined || verb === undefined) record.unresolved.push({ what: "route", reason: `its ${text === undefined ? "path" : "method"} is not known: ${reasonOf(text === undefined ? one : method)}`, span: spanOfPlace(at) });
    else record.routes.push({ ...routeOf(verb, text, handler, run, at), layers, conditions: mountConditions([record.under, call.conditions]), environmentDefault: isSoft(one) });
  }
  return none;
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
    ...(chain && handler.kind !== "symbolic" && { run: { wholeWay: true, invoke: (machine) => enter(machine, chain, { positional: receiver(run), keywords: new Map(), open: false }, place) } }),
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

function respond(call: NativeCall): Value {
  const status = call.get(0) ?? none;
  call.machine.path = pathWithStatus(call.machine.path, responseStatus(status));
  return none;
}

function responded(call: NativeCall): Value {
  return constant(call.machine.path.status ?? null);
}

function code(call: NativeCall): Value {
  return constant(responseStatus(call.get(0) ?? none) ?? null);
}

function has(call: NativeCall): Value {
  const [object, name] = [call.get(0), knownText(call.get(1))];
  return constant(object !== undefined && name !== undefined && hasAttribute(call.machine, object, name, call.place) === true);
}

/** The status of the answer is noted on the class, where it is always the same. */
function answers(call: NativeCall): Value {
  const [errors, run] = [call.get(0), call.get(1)];
  const chain = run && callee(run);
  if (!errors || !chain) return none;
  const { machine } = call;
  const exits = machine.within("trace", runLimits, () => enter(machine, chain, { positional: receiver(run), keywords: new Map(), open: false }, call.place));
  const [status, ...others] = new Set(exits.map(statusOfExit));
  if (status === undefined || others.length > 0) return none;
  for (const error of errors.kind === "tuple" || errors.kind === "list" ? errors.items.map((item) => item.value) : [errors]) {
    if (error.kind === "class" && !error.opaque && !error.construct) error.attributes.set("@status", constant(status));
  }
  return none;
}

function before(call: NativeCall): Value | undefined {
  const [target, first] = [call.get(0), call.get(1)];
  const fn = target && callee(target);
  const { machine } = call;
  const { frame } = machine;
  if (!target || !fn || !frame) return none;
  const exits = enter(machine, fn, { positional: [...receiver(target), ...call.args.positional.slice(1)], keywords: call.args.keywords, open: call.args.open }, call.place);
  const goesOn = (value: Value): boolean => value === first || value.kind === "symbolic" || (value.kind === "const" && value.value === null) || (value.kind === "union" && value.options.some(goesOn));
  const on = exits.filter((exit) => exit.kind === "return" && goesOn(exit.value));
  frame.exits.push(...exits.filter((exit) => !on.includes(exit)));
  if (on.length === 0) throw diverged;
  machine.path = on.map((exit) => exit.path).reduce((a, b) => joinPaths(a, b));
  return none;
}

function leave(call: NativeCall): Value | undefined {
  const target = call.get(0);
  const fn = target && callee(target);
  const { frame } = call.machine;
  if (target?.kind === "union" && frame) return leaveByOneOf(call, target.options);
  if (!target || !fn || !frame) return target && callValue(call.machine, target, { ...call.args, positional: call.args.positional.slice(1) }, call.place);
  const exits = enter(call.machine, fn, { positional: [...receiver(target), ...call.args.positional.slice(1)], keywords: call.args.keywords, open: call.args.open }, call.place);
  frame.exits.push(...exits);
  throw diverged;
}

/** One of several functions is the last to be called: where one of them turns the caller away, that it was another is a condition of the ways past it. */
function leaveByOneOf(call: NativeCall, options: readonly Value[]): never {
  const { machine } = call;
  const outer = machine.path;
  const exits = options.flatMap((option): readonly Exit[] => {
    machine.path = outer;
    const fn = callee(option);
    if (!fn) return [{ kind: "return", value: none, place: call.place, path: outer, through: [] }];
    return enter(machine, fn, { positional: [...receiver(option), ...call.args.positional.slice(1)], keywords: call.args.keywords, open: call.args.open }, call.place);
  });
  const denial = exits.find(isDenial);
  for (const exit of exits) {
    const doubtful = denial && !isDenial(exit);
    const condition = { value: unknown("which of several functions is called was decided elsewhere", call.place), holds: true, place: exit.place, text: "which of several functions is called here" };
    machine.frame?.exits.push(doubtful ? { ...exit, path: withCondition(exit.path, { ...condition, otherwise: { kind: "raise", value: denial.value, place: denial.place } }) } : exit);
  }
  throw diverged;
}
