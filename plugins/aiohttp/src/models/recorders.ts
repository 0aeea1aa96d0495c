import { native, none, visiblePlace, type ConditionList, type Instance, type NativeCall, type Place, type Value } from "@muster/python";
import { noteCreated } from "@muster/web";

/** What was done to a router, in order. */
export type Entry =
  | { readonly kind: "route"; readonly method: Value; readonly path: Value; readonly handler: Value; readonly name: Value | undefined; readonly definition: Value | undefined; readonly place: Place; readonly conditions: ConditionList | undefined }
  | { readonly kind: "static"; readonly path: Value; readonly place: Place; readonly conditions: ConditionList | undefined }
  | { readonly kind: "mount"; readonly path: Value; readonly application: Value; readonly place: Place; readonly conditions: ConditionList | undefined };

const entriesKey = "aiohttp.entries";
const applicationKey = "aiohttp.application";
const placeKey = "aiohttp.place";

export function isApplication(instance: Instance): boolean {
  return instance.records.has(applicationKey);
}

export function entriesOf(router: Value | undefined): readonly Entry[] {
  return router?.kind === "instance" ? ((router.records.get(entriesKey) as Entry[] | undefined) ?? []) : [];
}

function push(call: NativeCall, entry: Entry): Value {
  const router = call.get(0);
  if (router?.kind === "instance") {
    const entries = (router.records.get(entriesKey) as Entry[] | undefined) ?? [];
    entries.push(entry);
    router.records.set(entriesKey, entries);
  }
  return none;
}

/** Natives that the library modules call where something is registered. */
export const recorders: ReadonlyMap<string, Value> = new Map(
  Object.entries({ made, declared, record_route: recordRoute, record_static: recordStatic, record_mount: recordMount }).map(([name, run]) => [`aiohttp._native.${name}`, native(`aiohttp._native.${name}`, run)]),
);

function made(call: NativeCall): Value {
  const application = call.get(0);
  if (application?.kind === "instance") {
    application.records.set(applicationKey, true);
    noteCreated(call.machine, application);
  }
  return none;
}

/** Notes where the repository describes a route that is registered elsewhere. */
function declared(call: NativeCall): Value {
  const definition = call.get(0);
  if (definition?.kind === "instance") definition.records.set(placeKey, visiblePlace(call.machine, call.place));
  return none;
}

function recordRoute(call: NativeCall): Value {
  const definition = call.get(4);
  const declaredAt = definition?.kind === "instance" ? (definition.records.get(placeKey) as Place | undefined) : undefined;
  return push(call, {
    kind: "route",
    method: call.get(1) ?? none,
    path: call.get(2) ?? none,
    handler: call.get(3) ?? none,
    name: call.get(5),
    definition,
    place: declaredAt ?? visiblePlace(call.machine, call.place),
    conditions: call.conditions,
  });
}

function recordStatic(call: NativeCall): Value {
  return push(call, { kind: "static", path: call.get(1) ?? none, place: visiblePlace(call.machine, call.place), conditions: call.conditions });
}

function recordMount(call: NativeCall): Value {
  return push(call, { kind: "mount", path: call.get(1) ?? none, application: call.get(2) ?? none, place: visiblePlace(call.machine, call.place), conditions: call.conditions });
}
