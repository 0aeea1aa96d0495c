import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { Site } from "../site.ts";
import { appRegistry } from "./app-registry.ts";
import { environmentModels } from "./environment.ts";
import { managers } from "./managers.ts";
import { modelClasses } from "./model-classes.ts";
import { requestModels } from "./request.ts";
import { settingsModels } from "./settings.ts";
import { splitSettings } from "./split-settings.ts";
import { urlModels } from "./url-patterns.ts";
import { viewModels } from "./view-marks.ts";

/** Everything of Django that cannot be told in Python: see `library/` for the rest. */
export function djangoModels(): FrameworkModels {
  const site = new Site();
  return {
    values: [...primitives, ...environmentModels(site), ...settingsModels(site), ...splitSettings(), ...urlModels(), ...modelClasses(site), ...managers(), ...appRegistry(site), ...requestModels(site), ...viewModels()],
    // Views may register themselves where a URL configuration then asks for them.
    importsAtOnce: (path) => /(^|\/)urls(\/[^/]+)?\.py$/.test(path),
    inventory: (machine) => readInventory(machine, site),
  };
}
