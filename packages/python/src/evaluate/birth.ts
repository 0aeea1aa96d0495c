import type { Dict, Instance } from "../values/value.ts";
import type { Machine } from "./machine.ts";
import { conditionsOf, type ConditionList } from "./path.ts";

/** Undecided conditions under which objects were made. */
const births = new WeakMap<Instance | Dict, ConditionList>();

/** Notes under which undecided conditions an object was made. */
export function noteBirth<T extends Instance | Dict>(machine: Machine, made: T): T {
  if (machine.mode !== "trace" && machine.path.conditions) births.set(made, machine.path.conditions);
  if (machine.perhaps > 0) handlers.set(made, machine.perhaps);
  return made;
}

/** In how many handlers that may not run objects were made. */
const handlers = new WeakMap<Instance | Dict, number>();

/** Whether code is at work that may not run, on an object that is there in any case: a handler of an exception that nothing is known to raise. */
export function isPerhaps(machine: Machine, object: Instance | Dict): boolean {
  return machine.perhaps > (handlers.get(object) ?? 0);
}

/** Undecided conditions under which an attribute came to be, beyond those under which its object did. */
const attributes = new WeakMap<Instance, Map<string, ConditionList>>();

/** Notes that an object has an attribute from now on, if only where these conditions hold. */
export function noteAttribute(machine: Machine, object: Instance, name: string): void {
  const { conditions } = machine.path;
  if (!conditions || !isConditional(machine, object)) return;
  const known = attributes.get(object) ?? new Map<string, ConditionList>();
  attributes.set(object, known.set(name, conditions));
}

/** Under which undecided conditions an object has an attribute at all; undefined where it has it in any case. */
export function conditionsOfAttribute(object: Instance, name: string): ConditionList | undefined {
  return attributes.get(object)?.get(name);
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
