import { constant, instanceOf, none, unknown, type ClassValue, type Instance, type NativeCall, type Sequence, type Value } from "@muster/python";
import { entryOf, recordOf, setEntry, type Entry } from "../route-record.ts";

/** Classes of the objects in a router's `routes`. */
export interface RouteClasses {
  readonly route: ClassValue;
  readonly webSocketRoute: ClassValue;
  readonly apiRoute: ClassValue;
  readonly mount: ClassValue;
  readonly host: ClassValue;
  /** What an include leaves behind: the router stays as it is, and is read when the table is made. */
  readonly included: ClassValue;
}

/** `routes` of a router or application, as code of the repository sees and changes it. */
export function routesOf(router: Value): Sequence | undefined {
  const list = router.kind === "instance" ? router.attributes.get("routes") : undefined;
  return list?.kind === "list" ? list : undefined;
}

/** Puts a route, mount or include at the end of the router's `routes`, as an object of the framework's class. */
export function addEntry(classes: RouteClasses, call: NativeCall, entry: Entry | undefined): void {
  const list = routesOf(call.self);
  if (!list || !entry || !recordOf(call.self)) return;
  list.items.push({ value: routeObject(classOf(classes, entry), { ...entry, own: ownPrefix(call.self) }, call) });
}

/** The prefix that an APIRouter puts before what is added to it. It is read when something is added. */
function ownPrefix(router: Value): Value {
  const record = recordOf(router);
  if (router.kind !== "instance" || !record || record.kind === "application") return constant("");
  return router.attributes.get("prefix") ?? record.prefix;
}

function classOf(classes: RouteClasses, entry: Entry): ClassValue {
  switch (entry.kind) {
    case "include":
      return classes.included;
    case "mount":
      return entry.host ? classes.host : classes.mount;
    case "route":
      return { fastapi: classes.apiRoute, starlette: classes.route, websocket: classes.webSocketRoute }[entry.style];
    default:
      return entry satisfies never;
  }
}

function routeObject(cls: ClassValue, entry: Entry, call: NativeCall): Instance {
  const object = instanceOf(cls, call.place);
  setEntry(object, entry);
  showEntry(object, call);
  return object;
}

/** Attributes that code reads off a route or mount. */
export function showEntry(object: Instance, call: NativeCall): void {
  const entry = entryOf(object);
  if (!entry) return;
  switch (entry.kind) {
    case "include":
      break;
    case "mount": {
      object.attributes.set("path", entry.path);
      object.attributes.set("app", entry.app);
      object.attributes.set("name", constant(entry.name));
      object.attributes.set("routes", routesOf(entry.app) ?? { kind: "list", items: [] });
      break;
    }
    case "route":
      object.attributes.set("path", entry.own && !entry.bare && entry.own.kind === "const" && entry.own.value !== "" ? joined(entry.own, entry.path, call) : entry.path);
      object.attributes.set("endpoint", entry.handler);
      object.attributes.set("methods", entry.methods ?? none);
      object.attributes.set("include_in_schema", constant(!entry.hidden));
      break;
    default:
      entry satisfies never;
  }
}

function joined(prefix: Value, path: Value, call: NativeCall): Value {
  return prefix.kind === "const" && path.kind === "const" ? constant(`${String(prefix.value)}${String(path.value)}`) : unknown("a path that is not known whole", call.place);
}
