import { findInMro } from "./attributes.ts";
import type { Machine } from "./machine.ts";
import { nativeCall, noArguments } from "./native-call.ts";
import { conditionsOfOption, oneOf } from "./one-of.ts";
import type { Place, Value } from "../values/value.ts";

/** A model class with a property of this name stands for another object, looked up each time that it is read: `flask.g`, `current_user`. */
export const proxied = "@proxied";

/** The object that a proxy stands for at this moment; anything else is itself. */
export function behindProxy(machine: Machine, value: Value, place: Place): Value {
  if (value.kind === "union" && value.options.some((option) => option.kind === "instance")) return oneOf(value.options.map((option) => ({ value: behindProxy(machine, option, place), under: conditionsOfOption(value, option) })), place);
  if (value.kind !== "instance") return value;
  const found = findInMro(value.class, proxied);
  if (found?.value.kind !== "native") return value;
  return found.value.call(nativeCall(machine, value, noArguments, place)) ?? value;
}
