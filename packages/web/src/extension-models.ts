import type { FrameworkModels } from "@muster/python";
import { primitives } from "./primitives.ts";

/** Of a library that builds on another framework: it is Python alone, and finds no application of its own. */
export function extensionModels(): FrameworkModels {
  const nothing = { resolved: 0, unresolved: 0 };
  return { values: primitives, inventory: () => ({ applications: [], endpoints: [], unresolved: [], mounts: nothing, routes: nothing }) };
}
