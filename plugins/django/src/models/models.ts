import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { Site } from "../site.ts";
import { environmentModels } from "./environment.ts";
import { requestModels } from "./request.ts";
import { settingsModels } from "./settings.ts";
import { urlModels } from "./url-patterns.ts";
import { viewModels } from "./view-marks.ts";

/** Everything of Django that cannot be told in Python: see `library/` for the rest. */
export function djangoModels(): FrameworkModels {
  const site = new Site();
  return {
    values: [...primitives, ...environmentModels(site), ...settingsModels(site), ...urlModels(), ...requestModels(site), ...viewModels()],
    inventory: (machine) => readInventory(machine, site),
  };
}
