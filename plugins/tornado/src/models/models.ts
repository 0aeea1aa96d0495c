import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { answers } from "./answers.ts";
import { recorders } from "./recorders.ts";
import { requestModels } from "./request.ts";

/** What the library modules in Python leave to be said here: the request, what becomes of the answer, and what routers hold. */
export function tornadoModels(): FrameworkModels {
  return { values: [...primitives, ...recorders, ...answers, ...requestModels()], inventory: readInventory };
}
