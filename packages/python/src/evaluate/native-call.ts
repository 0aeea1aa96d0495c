import { none } from "../values/make.ts";
import type { Place, Value } from "../values/value.ts";
import type { ConditionList } from "./path.ts";
import type { Machine } from "./machine.ts";

export interface Arguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** True when `*x` or `**x` of unknown content was among them. */
  readonly open: boolean;
  /** Conditions under which positional arguments out of `*x` are there, by how many stand behind each and itself: what is put before them changes nothing. */
  readonly whens?: ReadonlyMap<number, ConditionList>;
}

/** One call of a modelled function or method, as its model sees it. */
export interface NativeCall {
  readonly machine: Machine;
  /** The object a method is called on; `None` for plain functions. */
  readonly self: Value;
  readonly args: Arguments;
  readonly place: Place;
  /** Undecided conditions in force here. */
  readonly conditions: ConditionList | undefined;
  /** The argument at a position or of a name. */
  get(index: number, name?: string): Value | undefined;
}

export function nativeCall(machine: Machine, self: Value | undefined, args: Arguments, place: Place): NativeCall {
  return {
    machine,
    self: self ?? none,
    args,
    place,
    conditions: machine.path.conditions,
    get: (index, name) => args.positional[index] ?? (name === undefined ? undefined : args.keywords.get(name)),
  };
}

export const noArguments: Arguments = { positional: [], keywords: new Map(), open: false };

export function argumentsOf(...positional: Value[]): Arguments {
  return { positional, keywords: new Map(), open: false };
}
