import type { FrameworkModels, Inventory } from "@muster/python";
import { logSetupModels } from "./log-setup.ts";
import { Notes } from "./notes.ts";
import { ormEventModels } from "./orm-events.ts";
import { overriddenMethods } from "./overridden-methods.ts";
import { runSetup } from "./run-setup.ts";
import { signalModels } from "./signals.ts";
import { siteSettings } from "./site-settings.ts";
import { watchedByAttribute, watchedModels } from "./watched-models.ts";

/** Serves nothing: notes what code sets up for every change and for every event that is written. */
export function auditModels(): FrameworkModels {
  const notes = new Notes();
  return {
    values: [...signalModels(notes), ...ormEventModels(notes), ...watchedModels(notes), ...logSetupModels(notes)],
    inventory: (machine) => {
      runSetup(machine);
      return nothingServed;
    },
    declarations: (machine) => [...notes.all(), ...watchedByAttribute(machine), ...overriddenMethods(machine), ...siteSettings(machine)],
  };
}

const nothingServed: Inventory = { applications: [], endpoints: [], unresolved: [], mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 } };
