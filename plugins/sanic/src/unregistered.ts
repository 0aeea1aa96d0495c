import { isSubclass, spanOfPlace, type Machine, type Value } from "@muster/python";
import { topLevelObjects, type Unserved } from "@muster/web";

/** Blueprints with routes that no application registers. */
export function unregistered(machine: Machine, served: ReadonlySet<Value>): Unserved[] {
  return topLevelObjects(machine, (instance) => isSubclass(instance.class, ["sanic.blueprints.Blueprint"])).flatMap(({ instance, name }) => {
    const list = instance.attributes.get("_routes");
    const routes = list?.kind === "list" ? list.items.map((item) => item.value) : [];
    if (routes.length === 0 || routes.some((route) => served.has(route))) return [];
    const reason = `the blueprint ${name} with ${routes.length} ${routes.length === 1 ? "route" : "routes"} is not registered on any application that evaluation found`;
    return [{ routes: routes.length, unresolved: { what: "mount", reason, span: spanOfPlace(instance.place) } }];
  });
}
