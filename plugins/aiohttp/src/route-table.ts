import type { Unresolved } from "@muster/contract";
import { knownText, none, spanOfPlace, symbolOf, type ConditionList, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { callee, joinPieces, mountConditions, nameOf, reasonOf, type ApplicationTable, type Layer, type WebRoute } from "@muster/web";
import { answering, isView, verbsOf } from "./handlers.ts";
import { answered, chainOf, layersOf, type Link } from "./middleware.ts";
import type { Asked } from "./models/asked.ts";
import { entriesOf, isApplication, type Entry } from "./models/recorders.ts";
import { pathTemplate } from "./path-template.ts";

interface Context {
  readonly applications: readonly Instance[];
  readonly prefix: readonly Value[];
  readonly conditions: readonly (ConditionList | undefined)[];
}

/** Flattens an application and the ones below it, in the order in which they were added. */
export function routeTable(machine: Machine, asked: Asked, name: string, application: Instance): ApplicationTable & { readonly definitions: ReadonlySet<Value> } {
  const routes: WebRoute[] = [];
  const unresolved: Unresolved[] = [];
  const definitions = new Set<Value>();
  const mounted: Instance[] = [];
  const mounts = { resolved: 0, unresolved: 0 };

  const lose = (what: Unresolved["what"], reason: string, place: Place): void => {
    unresolved.push({ what, reason, span: spanOfPlace(place) });
    if (what === "mount") mounts.unresolved++;
  };

  const visit = (context: Context): void => {
    const inner = context.applications.at(-1);
    const chain = chainOf(context.applications);
    const layers = layersOf(asked, chain);
    for (const entry of entriesOf(inner?.attributes.get("_router"))) {
      if (entry.kind === "mount") enter(entry, context);
      else if (entry.kind === "static") routes.push(...staticRoutes(entry, context, layers));
      else {
        if (entry.definition) definitions.add(entry.definition);
        add(entry, context, layers, chain);
      }
    }
  };

  const enter = (entry: Entry & { kind: "mount" }, context: Context): void => {
    for (const inner of entry.application.kind === "union" ? entry.application.options : [entry.application]) {
      if (inner.kind !== "instance" || !isApplication(inner)) {
        lose("mount", `the application that is mounted here is not known: ${reasonOf(inner)}`, entry.place);
        continue;
      }
      if (context.applications.includes(inner)) {
        lose("mount", "an application that mounts itself", entry.place);
        continue;
      }
      const lost = joinPieces([entry.path]).find((one) => one.lost !== undefined)?.lost;
      if (lost === undefined) mounts.resolved++;
      else lose("mount", `the prefix of the application mounted here is not known: ${lost}`, entry.place);
      mounted.push(inner);
      visit({ applications: [...context.applications, inner], prefix: [...context.prefix, withoutSlash(entry.path)], conditions: [...context.conditions, entry.conditions] });
    }
  };

  const add = (entry: Entry & { kind: "route" }, context: Context, layers: readonly Layer[], chain: readonly Link[]): void => {
    const method = knownText(entry.method)?.toUpperCase();
    if (method === undefined) {
      lose("route", `the method of this route is not known: ${reasonOf(entry.method)}`, entry.place);
      return;
    }
    for (const { path, lost } of joinPieces([...context.prefix, entry.path])) {
      if (lost !== undefined) lose("route", `the path of this route is not known: ${lost}`, entry.place);
      routes.push(...routesOf(machine, asked, entry, method, pathTemplate(path) || "/", context, layers, chain));
    }
  };

  visit({ applications: [application], prefix: [], conditions: [] });
  return { framework: "aiohttp", name, instance: application, routes, unresolved, mounts, mounted, definitions };
}

/** aiohttp strips the slash that a prefix ends with. */
function withoutSlash(path: Value): Value {
  const text = knownText(path);
  return text === undefined ? path : { kind: "const", value: text.replace(/\/+$/, "") };
}

function routesOf(machine: Machine, asked: Asked, entry: Entry & { kind: "route" }, method: string, path: string, context: Context, layers: readonly Layer[], chain: readonly Link[]): WebRoute[] {
  const { handler } = entry;
  const seen = (run: NonNullable<WebRoute["run"]>): NonNullable<WebRoute["run"]> => ({ invoke: (at) => answered(at, asked, chain, run.invoke(at)) });
  const shared = { path, place: entry.place, layers: layers.map((layer) => forHandler(asked, layer, handler, entry.name)), conditions: mountConditions([...context.conditions, entry.conditions]) };
  const options = handler.kind === "union" ? handler.options : [handler];
  return options.flatMap((option): WebRoute[] => {
    if (isView(option)) {
      return verbsOf(option, method).map(({ verb, fn }) => ({
        ...shared,
        method: verb,
        symbol: symbolOf((fn.wraps ?? fn).place, (fn.wraps ?? fn).name),
        handlerPlace: (fn.wraps ?? fn).place,
        handler: fn,
        run: seen(answering(machine, asked, context.applications, option, entry, fn)),
      }));
    }
    const fn = callee(option);
    const shown = fn?.wraps ?? fn;
    const run = fn && seen(answering(machine, asked, context.applications, option, entry, fn));
    return [{ ...shared, method, symbol: shown ? symbolOf(shown.place, shown.name) : nameOf(option), handlerPlace: shown?.place ?? entry.place, handler: option, ...(run && { run }) }];
  });
}

/** A layer sees which handler the request is on its way to. */
function forHandler(asked: Asked, layer: Layer, handler: Value, name: Value | undefined): Layer {
  const { run } = layer;
  if (!run) return layer;
  return { ...layer, run: (machine, passing) => asked.within(asked.applications, handler, name, () => run(machine, passing)) };
}

function staticRoutes(entry: Entry & { kind: "static" }, context: Context, layers: readonly Layer[]): WebRoute[] {
  return joinPieces([...context.prefix, withoutSlash(entry.path)]).map(({ path }) => ({
    method: "GET",
    path: `${path}/{path}`,
    place: entry.place,
    symbol: "aiohttp.web.StaticResource",
    handlerPlace: entry.place,
    handler: none,
    layers,
    conditions: mountConditions([...context.conditions, entry.conditions]),
    hidden: true,
  }));
}

