import { noArguments, type Exit, type Machine, type Value } from "@muster/python";
import { callee, enter, receiver, type WebRoute } from "@muster/web";
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
  const handler: Value = callback.kind === "function" ? { ...callback, wrappers } : callback;
  const layers = middleware.layersFor(entry);
  const runs = callee(callback) !== undefined;
  return methods.map((method): WebRoute => {
    const { declared, deprecated, tags, ...documented } = method.documented ?? {};
    const summary = documented.summary ?? method.doc?.trim().split("\n", 1)[0]?.trim();
    return {
      method: method.method,
      path: entry.path,
      place: declared ?? entry.place,
      symbol: method.symbol,
      handlerPlace: method.place,
      handler,
      layers,
      ...(runs && { run: { invoke: (inMachine: Machine) => site.behindUser(middleware.fillsUser, () => runView(inMachine, site, entry)) } }),
      conditions: entry.conditions,
      ...((hidden === true || documented.hidden === true) && { hidden: true }),
      ...(deprecated === true && { deprecated }),
      ...(tags && { tags }),
      ...(summary !== undefined && summary !== "" && { summary }),
    };
  });
}

/** Calls the view as Django does: with the request, and what the pattern took from the path. */
function runView(machine: Machine, site: Site, entry: UrlEntry): readonly Exit[] {
  const { callback, place } = entry;
  const fn = callee(callback);
  if (!fn) return [];
  const { positional, keywords } = viewArguments(entry);
  return enter(machine, fn, { ...noArguments, positional: [...receiver(callback), requestValue(site, place), ...positional], keywords }, place);
}
