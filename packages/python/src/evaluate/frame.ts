import type { Module } from "../modules/module.ts";
import type { ClassValue, FunctionValue, Place, Value } from "../values/value.ts";
import type { Path } from "./path.ts";
import type { Binding, Scope } from "./scope.ts";

/** A way out of a function. */
export interface Exit {
  readonly kind: "return" | "raise" | "yield";
  readonly value: Value;
  readonly place: Place;
  readonly path: Path;
  /** Calls entered between the function and the place of the exit, outermost first. */
  readonly through: readonly Place[];
}

export interface Loop {
  /** Variables and path at each `break` and `continue`. */
  readonly breaks: Snapshot[];
  readonly continues: Snapshot[];
}

export interface Snapshot {
  readonly vars: Map<string, Binding>;
  readonly path: Path;
}

/** One activation: a module's top level, a class body or a function. */
export interface Frame {
  readonly module: Module;
  readonly scope: Scope;
  readonly function: FunctionValue | undefined;
  /** Class that `super()` starts after, and the object it binds. */
  readonly owner: ClassValue | undefined;
  readonly self: Value | undefined;
  readonly exits: Exit[];
  readonly loops: Loop[];
  /** The exception a handler is running for. */
  handling: Value | undefined;
  /** Runs at each `yield` of a generator that a `with` statement entered. */
  readonly atYield: AtYield | undefined;
}

/** What a manager's block does, where the generator yields; it may throw `diverged`, with what was raised among the frame's exits. */
export type AtYield = (value: Value, frame: Frame) => void;

export function newFrame(module: Module, scope: Scope, extra: { function?: FunctionValue; owner?: ClassValue | undefined; self?: Value | undefined; atYield?: AtYield | undefined } = {}): Frame {
  // All of one shape: each call makes one.
  return { module, scope, function: extra.function, owner: extra.owner, self: extra.self, exits: [], loops: [], handling: undefined, atYield: extra.atYield };
}
