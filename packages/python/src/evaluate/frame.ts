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
  readonly function?: FunctionValue;
  /** Class that `super()` starts after, and the object it binds. */
  readonly owner?: ClassValue;
  readonly self?: Value;
  readonly exits: Exit[];
  readonly loops: Loop[];
  /** The exception a handler is running for. */
  handling?: Value;
}

export function newFrame(module: Module, scope: Scope, extra: { function?: FunctionValue; owner?: ClassValue | undefined; self?: Value | undefined } = {}): Frame {
  return {
    module,
    scope,
    exits: [],
    loops: [],
    ...(extra.function && { function: extra.function }),
    ...(extra.owner && { owner: extra.owner }),
    ...(extra.self && { self: extra.self }),
  };
}
