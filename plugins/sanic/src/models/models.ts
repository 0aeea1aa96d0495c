import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { Asked } from "./asked.ts";
import { recorders } from "./recorders.ts";
import { requestModels } from "./request.ts";

/** What the library modules in Python leave to be said here: the request, and what is recorded of applications. */
export function sanicModels(): FrameworkModels {
  const asked = new Asked();
  return { values: [...primitives, ...recorders, ...requestModels(asked)], inventory: (machine) => readInventory(machine, asked) };
}
