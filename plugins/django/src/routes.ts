import { symbolic, label, noArguments, type Exit, type Machine, type Value } from "@muster/python";
import { callee, enter, pathNames, receiver, type WebRoute } from "@muster/web";
import type { Middleware } from "./middleware.ts";
import { requestValue } from "./models/request.ts";
import type { UrlEntry } from "./url-table.ts";
import { viewOf } from "./view.ts";

/** The routes of one URL pattern: one for each method that its view answers. */
export function routesOf(machine: Machine, entry: UrlEntry, middleware: Middleware): WebRoute[] {
  const { callback } = entry;
  const { methods, wrappers, hidden } = viewOf(machine, callback, entry.place);
  const handler: Value = callback.kind === "function" ? { ...callback, wrappers } : callback;
  const layers = middleware.layersFor(callback);
  const runs = callee(callback) !== undefined;
  return methods.map((method): WebRoute => {
    const summary = method.doc?.trim().split("\n", 1)[0]?.trim();
    return {
      method: method.method,
      path: entry.path,
      place: entry.place,
      symbol: method.symbol,
      handlerPlace: method.place,
      handler,
      layers,
      ...(runs && { run: { invoke: (inMachine: Machine) => runView(inMachine, entry) } }),
      conditions: entry.conditions,
      ...(hidden === true && { hidden }),
      ...(summary !== undefined && summary !== "" && { summary }),
    };
  });
}

/** Calls the view as Django does: with the request, and what the pattern took from the path. */
function runView(machine: Machine, { callback, path, kwargs, place }: UrlEntry): readonly Exit[] {
  const fn = callee(callback);
  if (!fn) return [];
  const captured = pathNames(path).filter((name) => name !== "?" && name !== "var");
  const positional = captured.length > 0 ? [] : pathNames(path).filter((name) => name === "var");
  const input = (name: string): Value => symbolic({ kind: "input", source: "path", name }, { labels: label.input, place });
  const keywords = new Map<string, Value>([...captured.map((name): [string, Value] => [name, input(name)]), ...kwargs]);
  return enter(machine, fn, { ...noArguments, positional: [...receiver(callback), requestValue(place), ...positional.map(input)], keywords }, place);
}
