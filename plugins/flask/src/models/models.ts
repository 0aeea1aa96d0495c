import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { applicationModels } from "./application.ts";
import { collectedViewModels } from "./collected-views.ts";
import { FlaskState } from "./flask-state.ts";
import { requestModels } from "./requests.ts";
import { responseModels, statusName } from "./responses.ts";

/** What the library modules of Flask build on. */
export function flaskModels(): FrameworkModels {
  const state = new FlaskState();
  return {
    values: [...primitives, ...applicationModels(state), ...requestModels(state), ...responseModels(), ...collectedViewModels()],
    name: statusName,
    inventory: (machine) => readInventory(machine, state),
  };
}
