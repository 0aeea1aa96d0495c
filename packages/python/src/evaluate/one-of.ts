import { union } from "../values/make.ts";
import type { Place, Union, Value } from "../values/value.ts";
import type { ConditionList } from "./path.ts";

/** One of several values, and under which conditions it is that one. */
export interface Option {
  readonly value: Value;
  readonly under: ConditionList | undefined;
}

const known = new WeakMap<Union, readonly Option[]>();

/** The union of values that different ways lead to. Where a loop walks it, what is known of the ways is in force. */
export function oneOf(options: readonly Option[], place?: Place): Value {
  const value = union(options.map((option) => option.value), place);
  if (value.kind === "union") known.set(value, options.flatMap((option) => (option.value.kind === "union" ? option.value.options.map((one) => ({ value: one, under: conditionsOfOption(option.value, one) ?? option.under })) : [option])));
  return value;
}

/** Under which conditions a union is this one of its values; undefined where that is not known. */
export function conditionsOfOption(value: Value, option: Value): ConditionList | undefined {
  return value.kind === "union" ? known.get(value)?.find((one) => one.value === option)?.under : undefined;
}

/** The same conditions with the innermost the other way round. */
export function otherwise(conditions: ConditionList | undefined): ConditionList | undefined {
  return conditions && { ...conditions, head: { ...conditions.head, holds: !conditions.head.holds } };
}
