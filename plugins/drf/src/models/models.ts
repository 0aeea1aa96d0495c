import type { FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { askedByModels } from "./asked-by.ts";
import { nobodyModels } from "./nobody.ts";
import { viewSetModels } from "./view-sets.ts";

/** What of the library cannot be told in Python: see `library/` for the rest. */
export function drfModels(): FrameworkModels {
  return {
    values: [...primitives, ...viewSetModels(), ...nobodyModels(), ...askedByModels()],
    // View sets that register themselves are imported where the URLs are put together.
    importsAtOnce: (path) => /(^|\/)(urls|routers?)(\/[^/]+)?\.py$/.test(path),
    inventory: () => ({ applications: [], endpoints: [], unresolved: [], mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 } }),
  };
}
