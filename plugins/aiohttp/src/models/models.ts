import { constant, modelClass, native, none, type ClassValue, type FrameworkModels, type Value } from "@muster/python";
import { primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { Asked } from "./asked.ts";
import { recorders } from "./recorders.ts";
import { requestModels } from "./request.ts";

/** What the library modules in Python leave to be said here: the request, and what is recorded of routers. */
export function aiohttpModels(): FrameworkModels {
  const asked = new Asked();
  return {
    values: [...primitives, ...recorders, ...requestModels(asked), ...appKey],
    inventory: (machine) => readInventory(machine, asked),
  };
}

/** `web.AppKey("name", type)`: equal for equal names. */
const keyClass: ClassValue = modelClass({ name: "aiohttp.web.AppKey", construct: (call) => call.get(0, "name") ?? constant("?") });

const appKey: readonly (readonly [string, Value])[] = [
  ["aiohttp._native.AppKey", keyClass],
  ["aiohttp._native.StaticResource", native("aiohttp.web.StaticResource", () => none)],
];
