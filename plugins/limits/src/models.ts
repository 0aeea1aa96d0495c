import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";

/** They serve nothing by themselves. */
export function limiterModels(): FrameworkModels {
  return { values: primitives, inventory: () => ({ applications: [], endpoints: [], unresolved: [], mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 } }) };
}
