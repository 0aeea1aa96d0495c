import { native, none, visiblePlace, type ConditionList, type Instance, type NativeCall, type Place, type Value } from "@muster/python";
import { noteCreated } from "@muster/web";

/** What was done to an application, in order. */
export type Entry =
  | { readonly kind: "route"; readonly route: Instance; readonly path: Value; readonly middleware: Value; readonly name: Value; readonly resourceType: Value; readonly place: Place; readonly conditions: ConditionList | undefined }
  | { readonly kind: "lost"; readonly blueprint: Value; readonly place: Place };

const entriesKey = "sanic.entries";
const placeKey = "sanic.place";

export function isApplication(instance: Instance): boolean {
  return instance.records.has(entriesKey);
}

export function entriesOf(application: Instance): readonly Entry[] {
  return (application.records.get(entriesKey) as Entry[] | undefined) ?? [];
}

/** Natives that the library modules call where something is registered. */
export const recorders: ReadonlyMap<string, Value> = new Map(
  Object.entries({ made, declared, record_route: recordRoute, record_lost: recordLost }).map(([name, run]) => [`sanic._native.${name}`, native(`sanic._native.${name}`, run)]),
);

function made(call: NativeCall): Value {
  const application = call.get(0);
  if (application?.kind === "instance") {
    application.records.set(entriesKey, []);
    noteCreated(call.machine, application);
  }
  return none;
}

/** Notes where the repository describes a route that a blueprint registers elsewhere. */
function declared(call: NativeCall): Value {
  const route = call.get(0);
  if (route?.kind === "instance") route.records.set(placeKey, visiblePlace(call.machine, call.place));
  return none;
}

function push(application: Value | undefined, entry: Entry): Value {
  if (application?.kind === "instance") (application.records.get(entriesKey) as Entry[] | undefined)?.push(entry);
  return none;
}

function recordRoute(call: NativeCall): Value {
  const route = call.get(1);
  if (route?.kind !== "instance") return none;
  return push(call.get(0), {
    kind: "route",
    route,
    path: call.get(2) ?? none,
    middleware: call.get(3) ?? none,
    name: call.get(4) ?? none,
    resourceType: call.get(5) ?? none,
    place: (route.records.get(placeKey) as Place | undefined) ?? visiblePlace(call.machine, call.place),
    conditions: call.conditions,
  });
}

function recordLost(call: NativeCall): Value {
  return push(call.get(0), { kind: "lost", blueprint: call.get(1) ?? none, place: visiblePlace(call.machine, call.place) });
}
