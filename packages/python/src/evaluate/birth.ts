import type { Instance } from "../values/value.ts";
import type { Machine } from "./machine.ts";
import { conditionsOf, type ConditionList } from "./path.ts";

const key = "conditions of its creation";

/** Notes under which undecided conditions an object was made. */
export function noteBirth(machine: Machine, instance: Instance): void {
  if (machine.mode !== "trace" && machine.path.conditions) instance.records.set(key, machine.path.conditions);
}

/** Whether what happens to an object now depends on more than its being there does. */
export function isConditional(machine: Machine, instance: Instance): boolean {
  const { conditions } = machine.path;
  if (machine.mode === "trace" || !conditions) return false;
  const born = instance.records.get(key) as ConditionList | undefined;
  if (born === conditions) return false;
  const known = new Set(conditionsOf(born));
  return conditionsOf(conditions).some((condition) => !known.has(condition));
}
