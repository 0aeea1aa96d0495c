import type { Unresolved } from "@muster/contract";
import { elementsOf, findInMro, knownText, none, render, spanOfPlace, symbolOf, textOf, type Instance, type Machine, type Value } from "@muster/python";
import { callee, joinPieces, mountConditions, nameOf, reasonOf, type ApplicationTable, type WebRoute } from "@muster/web";
import { answering } from "./answering.ts";
import { middlewareLayers } from "./middleware.ts";
import type { Asked, Target } from "./models/asked.ts";
import { entriesOf, type Entry } from "./models/recorders.ts";
import { pathTemplate } from "./path-template.ts";

/** The routes of an application, in the order in which they were registered. */
export function routeTable(machine: Machine, asked: Asked, name: string, application: Instance): ApplicationTable & { readonly served: ReadonlySet<Value> } {
  const routes: WebRoute[] = [];
  const unresolved: Unresolved[] = [];
  const served = new Set<Value>();
  let lost = 0;
  for (const entry of entriesOf(application)) {
    if (entry.kind === "lost") {
      lost++;
      unresolved.push({ what: "mount", reason: `the blueprint that is registered here is not known: ${reasonOf(entry.blueprint)}`, span: spanOfPlace(entry.place) });
      continue;
    }
    served.add(entry.route);
    for (const { path, lost: reason } of joinPieces([entry.path])) {
      if (reason !== undefined) unresolved.push({ what: "route", reason: `the path of this route is not known: ${reason}`, span: spanOfPlace(entry.place) });
      routes.push(...routesOf(machine, asked, application, entry, pathTemplate(path) || "/"));
    }
  }
  return { framework: "sanic", name, instance: application, routes, unresolved, mounts: { resolved: 0, unresolved: lost }, mounted: [], served };
}

function routesOf(machine: Machine, asked: Asked, application: Instance, entry: Entry & { kind: "route" }, path: string): WebRoute[] {
  const read = (name: string): Value => entry.route.attributes.get(name) ?? none;
  const handler = read("handler");
  const target: Target = { application, name: entry.name, context: read("context") };
  const shared = { place: entry.place, layers: middlewareLayers(machine, asked, target, application, entry.middleware), conditions: mountConditions([entry.conditions]) };
  if (!isFalse(read("static"))) return [{ ...shared, method: "GET", path: staticPath(path, read("static"), entry.resourceType), symbol: "sanic.static", handlerPlace: entry.place, handler: none, hidden: true }];
  const view = viewOf(handler);
  const methods = isFalse(read("websocket")) ? elementsOf(machine, read("methods"), entry.place).items.map((item) => knownText(item.value)?.toUpperCase()).filter((method) => method !== undefined) : ["WEBSOCKET"];
  return [...new Set(methods)].map((method) => {
    const found = view && findInMro(view, method.toLowerCase())?.value;
    const fn = callee(handler);
    const shown = found?.kind === "function" ? (found.wraps ?? found) : (fn?.wraps ?? fn);
    return {
      ...shared,
      method,
      path,
      symbol: shown ? symbolOf(shown.place, shown.name) : nameOf(handler),
      handlerPlace: shown?.place ?? entry.place,
      handler: found?.kind === "function" ? found : handler,
      hidden: method === "WEBSOCKET",
      ...(fn && { run: answering(machine, asked, target, application, handler, fn, path, entry.place) }),
    };
  });
}

function isFalse(value: Value): boolean {
  return value.kind === "const" && (value.value === false || value.value === null);
}

/** The class behind a function that `as_view` made. */
function viewOf(handler: Value): (Value & { kind: "class" }) | undefined {
  const view = handler.kind === "function" ? handler.attributes.get("view_class") : undefined;
  return view?.kind === "class" ? view : undefined;
}

/** A folder serves what lies in it, a file itself. Which it is, its name says where nothing else does. */
function staticPath(path: string, source: Value, resourceType: Value): string {
  const type = resourceType.kind === "const" && typeof resourceType.value === "string" ? resourceType.value : undefined;
  const isFile = type === "file" || (type === undefined && [path, render(textOf(source), () => "?")].some((text) => /[^./]\.\w+$/.test(text)));
  return isFile ? path : `${path.replace(/\/$/, "")}/{__file_uri__}`;
}
