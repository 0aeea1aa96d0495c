import { union } from "../values/make.ts";
import type { Place, Union, Value } from "../values/value.ts";
import { conditionsOf, type ConditionList } from "./path.ts";

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

/** What a value is where these conditions are in force: one that was set under them is that one, and no longer one of several. */
export function settled(value: Value, conditions: ConditionList | undefined): Value {
  const options = value.kind === "union" && conditions !== undefined ? known.get(value) : undefined;
  if (options === undefined) return value;
  const inForce = conditionsOf(conditions);
  const left: Option[] = [];
  // What was set last counts first, as far as it was set here for certain.
  for (const option of options.toReversed()) {
    const under = conditionsOf(option.under);
    if (under.some((one) => inForce.some((other) => other.value === one.value && other.place === one.place && other.holds !== one.holds))) continue;
    left.push(option);
    if (option.under !== undefined && under.every((one) => inForce.includes(one))) break;
  }
  return left.length === 0 || left.length === options.length ? value : oneOf(left.reverse());
}

/** What is left of a value where something else is set under these conditions: not what was set under them before. Undefined where that is nothing. */
export function leftBeside(value: Value, conditions: ConditionList | undefined): Value | undefined {
  const options = value.kind === "union" && conditions !== undefined ? known.get(value) : undefined;
  if (options === undefined) return value;
  const inForce = conditionsOf(conditions);
  const left = options.filter(({ under }) => under === undefined || !conditionsOf(under).every((one) => inForce.includes(one)));
  return left.length === options.length ? value : left.length === 0 ? undefined : oneOf(left);
}

/** The same conditions with the innermost the other way round. */
export function otherwise(conditions: ConditionList | undefined): ConditionList | undefined {
  return conditions && { ...conditions, head: { ...conditions.head, holds: !conditions.head.holds } };
}
