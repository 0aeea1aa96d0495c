import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { applicationModels } from "./application.ts";
import { RequestAtHand } from "./context.ts";
import { requestModels } from "./requests.ts";
import { responseModels, statusName } from "./responses.ts";

/** What the library modules of Flask build on. */
export function flaskModels(): FrameworkModels {
  const at = new RequestAtHand();
  return {
    values: [...primitives, ...applicationModels(at), ...requestModels(at), ...responseModels()],
    name: statusName,
    inventory: (machine) => readInventory(machine, at),
  };
}
