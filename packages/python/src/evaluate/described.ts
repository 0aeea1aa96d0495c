import { isLibrary, libraryRoot } from "../modules/library-index.ts";
import type { Value } from "../values/value.ts";
import type { Frame } from "./frame.ts";
import type { Machine } from "./machine.ts";
import { memberOf } from "./modules.ts";

/** What stands for a definition at the top of a module of the repository that the operator describes instead of its code. */
export function describedDefinition(machine: Machine, name: string, frame: Frame): Value | undefined {
  if (machine.described.size === 0 || frame.scope.kind !== "module" || isLibrary(frame.module.path)) return undefined;
  if (!machine.described.has(`${frame.module.name}.${name}`)) return undefined;
  const found = machine.index.resolve(frame.module.name, `${libraryRoot}/from.py`);
  return found && memberOf(machine, found, name, { module: frame.module, s: 0, e: 0 }, frame.module.name);
}
