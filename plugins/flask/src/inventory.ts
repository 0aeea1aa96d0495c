import type { Application, Unresolved } from "@muster/contract";
import { constant, isContradictory, isLibrary, isSubclass, spanOfPlace, symbolOf, unknown, type FoundEndpoint, type Instance, type Inventory, type Machine, type Place, type Value } from "@muster/python";
import { callee, endpointWithin, LayerStack, mountConditions, nameOf, operationsMark, pathNames, pathValue, reasonOf, topLevelObjects, webEndpoint, type Layer } from "@muster/web";
import { answering, urlMapOf, type RouteRule } from "./url-map.ts";
import { callView, viewValues } from "./dispatch.ts";
import { layersAfter } from "./layers-after.ts";
import { layersOf } from "./layers.ts";
import type { FlaskState } from "./models/flask-state.ts";
import { isApplication, isDispatcher, rootsOf, type Mounted } from "./mounts.ts";
import { unregistered } from "./unregistered.ts";

/** Reads applications off what modules and factories made. */
export function readInventory(machine: Machine, state: FlaskState): Inventory {
  const found = topLevelObjects(machine, (instance) => isApplication(instance) || isDispatcher(instance));
  const roots = rootsOf(found);
  const applications: Application[] = [];
  const endpoints: FoundEndpoint[] = [];
  const unresolved: Unresolved[] = [];
  const routes = { resolved: 0, unresolved: 0 };
  const shapes = new Set<string>();
  for (const { instance, name, mounted } of roots) {
    const tables = mounted.map((one) => ({ ...one, table: urlMapOf(machine, one.application) }));
    if (tables.every(({ table }) => table.rules.length === 0 && table.lost.length === 0)) continue;
    // A factory that is called in several places makes the same application each time, unless what guards it differs.
    const shape = tables.map(({ application, prefix, table }) => `${prefix} ${application.place.module.path}:${application.place.s} ${table.rules.map((rule) => shapeOf(state, application, rule)).join(" ")}`).join("\n");
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const main = mounted[0]?.application ?? instance;
    const application = describe(main, name, applications.length);
    applications.push(application);
    const served = new Set<string>();
    for (const one of tables) {
      const stack = new LayerStack();
      for (const { value, place } of one.table.lost) {
        routes.unresolved++;
        unresolved.push({ what: "route", reason: `the path of this route is not known: ${reasonOf(value)}`, span: spanOfPlace(place) });
      }
      for (const rule of one.table.rules) {
        if (isContradictory(mountConditions([rule.conditions]))) continue;
        if (!rule.methods) {
          routes.unresolved++;
          unresolved.push({ what: "route", reason: `the methods of the route ${one.prefix}${rule.path} are not known`, span: spanOfPlace(rule.place) });
          continue;
        }
        for (const method of rule.methods) {
          const key = `${method} ${one.prefix}${rule.path} ${rule.host ?? ""} ${rule.conditions ? rule.place.s : ""}`;
          if (served.has(key)) continue;
          served.add(key);
          endpoints.push(endpointOf(machine, state, stack, application.id, one, rule, method));
        }
      }
    }
  }
  const lost = [...lostMounts(state), ...unregistered(machine)];
  unresolved.push(...lost);
  const resolved = new Set(roots.flatMap((root) => root.mounted.flatMap(({ application }) => blueprintsOf(application)))).size;
  return { applications, endpoints, unresolved, mounts: { resolved, unresolved: lost.length }, routes: { ...routes, resolved: endpoints.length } };
}

function shapeOf(state: FlaskState, application: Instance, rule: RouteRule): string {
  const around = layersOf(state, application, blueprintsAround(rule), rule.methods?.[0] ?? "GET").map(({ place }) => `${place.module.path}:${place.s}`);
  return `${rule.methods?.join(",") ?? "?"} ${rule.path} ${around.join(",")}`;
}

function describe(instance: Instance, name: string, index: number): Application {
  const framework = isSubclass(instance.class, ["quart.app.Quart"]) ? "quart" : "flask";
  return { id: `${instance.place.module.path}:${instance.place.s}:${name}#${index}`, framework, name, folder: "", span: spanOfPlace(instance.place) };
}

function endpointOf(machine: Machine, state: FlaskState, stack: LayerStack, id: string, { application, prefix }: Mounted, rule: RouteRule, method: string): FoundEndpoint {
  const path = `${prefix}${rule.path}`;
  const view: Value = rule.view ?? unknown(`no view function is registered for ${rule.endpoint ?? "its endpoint"}`, rule.place);
  const { fn, wrappers } = answering(view, method);
  // What a view class of the repository inherits from an extension is the repository's own.
  const own = isTrue(rule.rule.attributes.get("muster_own"));
  const ofLibrary = fn !== undefined && isLibrary(fn.place.module.path) && !own;
  const outermost = callee(view);
  const asksResolvers = operationsMark(view) !== undefined;
  // What a library answers looks at no caller, unless the repository put something around it or resolvers of the repository are asked.
  const runs = fn !== undefined && (!ofLibrary || asksResolvers || (outermost !== undefined && !isLibrary(outermost.place.module.path)));
  const handlerPlace: Place = fn && !isLibrary(fn.place.module.path) ? fn.place : rule.place;
  const names = pathNames(rule.path).filter((one) => one !== "?");
  const at = { application, rule: rule.rule, path: pathValue(rule.path) };
  const layers: Layer[] = layersOf(state, application, blueprintsAround(rule), method);
  const found = webEndpoint(machine, stack, id, {
    method,
    path,
    place: rule.place,
    symbol: fn === undefined ? nameOf(view) : own && view.kind === "method" && view.self.kind === "instance" ? `${view.self.class.name}.${fn.name.slice(fn.name.lastIndexOf(".") + 1)}` : symbolOf(fn.place, fn.name),
    handlerPlace,
    handler: ofLibrary && !asksResolvers ? constant(null) : outermost ? { ...outermost, wrappers } : view,
    layers,
    after: layersAfter(application, blueprintsAround(rule)),
    conditions: mountConditions([rule.conditions]),
    hidden: ofLibrary || leavesOut(rule.rule.attributes.get("muster_hidden"), method),
    ...(firstLine(fn?.doc) !== undefined && fn && !isLibrary(fn.place.module.path) && { summary: firstLine(fn?.doc) ?? "" }),
    ...(runs && { run: { invoke: (one: Machine) => callView(one, state, application, view, viewValues(names, rule.defaults, handlerPlace), handlerPlace) } }),
  });
  return endpointWithin(found, (run) => state.within(at, run));
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}

/** What an extension that generates a document says of it: all methods, or some. */
function leavesOut(hidden: Value | undefined, method: string): boolean {
  if (hidden?.kind === "list") return hidden.items.some((item) => item.value.kind === "const" && item.value.value === method);
  return isTrue(hidden);
}

/** Names of the blueprints around a rule, the innermost first. */
function blueprintsAround(rule: RouteRule): string[] {
  const names: string[] = [];
  const endpoint = rule.endpoint ?? "";
  for (let at = endpoint.lastIndexOf("."); at > 0; at = endpoint.lastIndexOf(".", at - 1)) names.push(endpoint.slice(0, at));
  return names;
}

function blueprintsOf(application: Instance): Value[] {
  const blueprints = application.attributes.get("blueprints");
  return blueprints?.kind === "dict" ? [...blueprints.entries.values()].map((entry) => entry.value) : [];
}

function lostMounts(state: FlaskState): Unresolved[] {
  const seen = new Set<string>();
  return state.lost.flatMap(({ what, value, place }) => {
    const key = `${place.module.path}:${place.s}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ what, reason: `what is registered here is not known: ${reasonOf(value)}`, span: spanOfPlace(place) }];
  });
}

function firstLine(doc: string | undefined): string | undefined {
  const line = doc?.trim().split("\n", 1)[0]?.trim();
  return line === "" ? undefined : line;
}
