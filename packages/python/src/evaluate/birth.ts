import type { Dict, Instance } from "../values/value.ts";
import type { Machine } from "./machine.ts";
import { conditionsOf, type ConditionList } from "./path.ts";

/** Undecided conditions under which objects were made. */
const births = new WeakMap<Instance | Dict, ConditionList>();

/** Notes under which undecided conditions an object was made. */
export function noteBirth<T extends Instance | Dict>(machine: Machine, made: T): T {
  if (machine.mode !== "trace" && machine.path.conditions) births.set(made, machine.path.conditions);
  return made;
}

/** Whether what happens to an object now depends on more than its being there does. */
export function isConditional(machine: Machine, object: Instance | Dict): boolean {
  const { conditions } = machine.path;
  if (machine.mode === "trace" || !conditions) return false;
  const born = births.get(object);
  if (born === conditions) return false;
  const known = new Set(conditionsOf(born));
  return conditionsOf(conditions).some((condition) => !known.has(condition));
}
