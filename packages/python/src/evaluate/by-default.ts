import { isLibrary } from "../modules/library-index.ts";
import { constant } from "../values/make.ts";
import type { Value } from "../values/value.ts";
import type { Machine } from "./machine.ts";

/** Which way a condition goes by a default that the environment may replace; undefined where it depends on none. */
export function sideByDefault(condition: Value): boolean | undefined {
  return condition.kind === "const" && condition.soft === true ? Boolean(condition.value) : undefined;
}

/** Inside a library's own code: what it does with a text of the repository's it does with the one that the environment picks by default. The text stays marked. */
export function takesTextsByDefault(machine: Machine): boolean {
  return machine.frame !== undefined && isLibrary(machine.frame.module.path);
}

/**
 * Of two texts of which the environment picks one, the one that it picks by default, marked as such: a prefix then stays
 * readable. Nothing else is taken by default, and no dotted name: which class guards a route must not rest on a default.
 */
export function textByDefault(byDefault: Value, other: Value): Value | undefined {
  if (byDefault.kind !== "const" || typeof byDefault.value !== "string" || other.kind !== "const" || typeof other.value !== "string") return undefined;
  if (dotted.test(byDefault.value) || dotted.test(other.value)) return undefined;
  return constant(byDefault.value, true);
}

const dotted = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;
