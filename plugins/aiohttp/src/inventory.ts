import { isSubclass, spanOfPlace, type Inventory, type Machine, type Value } from "@muster/python";
import { collectApplications, LayerStack, topLevelObjects, type Unserved } from "@muster/web";
import type { Asked } from "./models/asked.ts";
import { isApplication } from "./models/recorders.ts";
import { routeTable } from "./route-table.ts";

/** Reads applications off what modules and factories made. */
export function readInventory(machine: Machine, asked: Asked): Inventory {
  const tables = topLevelObjects(machine, isApplication).map(({ instance, name }) => routeTable(machine, asked, name, instance));
  const served = new Set(tables.flatMap((table) => [...table.definitions]));
  return collectApplications(machine, new LayerStack(), tables, unserved(machine, served));
}

/** Route tables of which nothing is registered on an application. */
function unserved(machine: Machine, served: ReadonlySet<Value>): Unserved[] {
  return topLevelObjects(machine, (instance) => isSubclass(instance.class, ["aiohttp.web_routedef.RouteTableDef"])).flatMap(({ instance, name }) => {
    const list = instance.attributes.get("_items");
    const items = list?.kind === "list" ? list.items.map((item) => item.value) : [];
    if (items.length === 0 || items.some((item) => served.has(item))) return [];
    const reason = `the route table ${name} with ${items.length} ${items.length === 1 ? "route" : "routes"} is not added to any application that evaluation found`;
    return [{ routes: items.length, unresolved: { what: "mount", reason, span: spanOfPlace(instance.place) } }];
  });
}
