import { argumentsOf, loadLimits, none, type Inventory, type Machine } from "@muster/python";
import { callee, collectApplications, enter, LayerStack, receiver, topLevelObjects } from "@muster/web";
import type { Asked } from "./models/asked.ts";
import { isApplication } from "./models/recorders.ts";
import { routeTable } from "./route-table.ts";
import { unregistered } from "./unregistered.ts";

/** Reads applications off what modules and factories made. */
export function readInventory(machine: Machine, asked: Asked): Inventory {
  const found = topLevelObjects(machine, isApplication);
  for (const { instance } of found) runListeners(machine, instance);
  const tables = found.map(({ instance, name }) => routeTable(machine, asked, name, instance));
  const served = new Set(tables.flatMap((table) => [...table.served]));
  return collectApplications(machine, new LayerStack(), tables, unregistered(machine, served));
}

/** Runs what the server runs when it starts, for the routes that are added there. */
function runListeners(machine: Machine, application: Parameters<typeof isApplication>[0]): void {
  const listeners = application.attributes.get("_listeners");
  if (listeners?.kind !== "list") return;
  for (const { value } of listeners.items) {
    const fn = callee(value);
    if (!fn) continue;
    const given = fn.params.length > receiver(value).length + 1 ? [application, none] : [application];
    machine.within("load", loadLimits, () => enter(machine, fn, argumentsOf(...receiver(value), ...given), fn.place));
  }
}
