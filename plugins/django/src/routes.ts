import { isLibrary, noArguments, symbolic, type ClassValue, type Exit, type Machine, type Place, type Value, type Wrapper } from "@muster/python";
import { callee, enter, mountConditions, reasonOf, receiver, untilReached, type Layer, type WebRoute } from "@muster/web";
import { idlePermissions } from "./idle-permissions.ts";
import type { Middleware } from "./middleware.ts";
import { requestValue } from "./models/request.ts";
import type { Site } from "./site.ts";
import type { UrlEntry } from "./url-table.ts";
import { viewArguments } from "./view-arguments.ts";
import { viewOf } from "./view.ts";

/** The routes of one URL pattern: one for each method that its view answers. */
export function routesOf(machine: Machine, site: Site, entry: UrlEntry, middleware: Middleware): WebRoute[] {
  const { callback } = entry;
  const { methods, wrappers, hidden } = viewOf(machine, callback, entry.place);
  const handler = handlerOf(callback, wrappers, entry.place);
  const around = middleware.layersFor(entry);
  const runs = callee(callback) !== undefined;
  const guarded = guardedClass(callback);
  const asked = callback.kind === "function" ? callback.attributes.get("asked") : undefined;
  return methods.map((method): WebRoute => {
    const { declared, deprecated, tags, ...documented } = method.documented ?? {};
    const summary = documented.summary ?? method.doc?.trim().split("\n", 1)[0]?.trim();
    return {
      method: method.method,
      path: entry.path,
      place: declared ?? entry.place,
      symbol: method.symbol.replace(/\.collapsed_urls$/, ".urls"),
      handlerPlace: method.place,
      handler,
      layers: guarded && runs ? [...around, wayToHandler(guarded, entry.place, method.place, [entry, method.place, middleware.fillsUser], (inMachine) => site.behindUser(middleware.fillsUser, () => runView(inMachine, site, entry, method.place)))] : around,
      ...(runs && { run: { of: [entry, method.place, middleware.fillsUser, asked], invoke: (inMachine: Machine) => site.behindUser(middleware.fillsUser, () => runView(inMachine, site, entry, method.place)) } }),
      ...(asked && { idle: (inMachine: Machine) => idlePermissions(inMachine, asked, method.place) }),
      conditions: method.when ? [...entry.conditions, ...mountConditions([method.when])] : entry.conditions,
      ...((hidden === true || documented.hidden === true) && { hidden: true }),
      ...(deprecated === true && { deprecated }),
      ...(entry.unreachable && { unreachable: entry.unreachable }),
      ...(entry.overridden.length > 0 && method === methods[0] && { overridden: entry.overridden }),
      ...(tags && { tags }),
      ...(summary !== undefined && summary !== "" && { summary }),
    };
  });
}

/** The callback with the decorators that could not be followed, or as something that is not known. */
function handlerOf(callback: Value, wrappers: readonly Wrapper[], place: Place): Value {
  if (callback.kind === "function") return { ...callback, wrappers };
  return callback.kind === "external" ? symbolic({ kind: "symbol", name: callback.name }, { place, reason: reasonOf(callback) }) : callback;
}

/** Calls the view as Django does: with the request, and what the pattern took from the path. What a library does for it is shown at `place`. */
function runView(machine: Machine, site: Site, entry: UrlEntry, place: Place): readonly Exit[] {
  const { callback } = entry;
  const fn = callee(callback);
  if (!fn) return [];
  const { positional, keywords } = viewArguments(entry);
  return enter(machine, fn, { ...noArguments, positional: [...receiver(callback), requestValue(site, place), ...positional], keywords }, place);
}

/** The class of a view whose library says where its handler is reached: `as_view()` left the mark `guarded`. */
function guardedClass(callback: Value): ClassValue | undefined {
  if (callback.kind !== "function" || callback.attributes.get("guarded")?.kind !== "const") return undefined;
  const cls = callback.attributes.get("view_class");
  return cls?.kind === "class" ? cls : undefined;
}

/** What such a library asks of a request before the handler runs: who calls, and whether they may. */
function wayToHandler(cls: ClassValue, declared: Place, handler: Place, of: unknown, run: (machine: Machine) => readonly Exit[]): Layer {
  return { name: `${cls.name}.initial`, via: "permission", layer: "route", place: cls.place && !isLibrary(cls.place.module.path) ? cls.place : (handler ?? declared), wraps: false, onWay: true, of, run: (machine, passing) => untilReached(machine, passing, () => run(machine)) };
}
