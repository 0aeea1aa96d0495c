import type { Module } from "../modules/module.ts";
import type { Place, Value } from "../values/value.ts";

/** A name that an import statement bound; the module behind it is looked at when the name is first read. */
export interface Import {
  readonly kind: "import";
  /** Dotted, as written. */
  readonly module: string;
  /** Number of leading dots. */
  readonly level: number;
  /** What is imported from it; absent for `import module`. */
  readonly name?: string;
  readonly place: Place;
}

export type Binding = Value | Import;

/** A namespace. Branches of unknown outcome run on copies of `vars`, which are joined where they meet. */
export interface Scope {
  vars: Map<string, Binding>;
  readonly parent: Scope | undefined;
  readonly module: Module;
  readonly kind: "module" | "function" | "class" | "builtins";
  /** Names that `global` or `nonlocal` hand to an outer scope. */
  outer?: Map<string, Scope>;
  /** `from m import *`, in order: names not found here are looked for there. */
  stars?: Import[];
}

/** Whether what is defined in a scope is there once for all: in a module, or in a class of it. */
export function isOfModule(scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) if (at.kind === "function") return false;
  return true;
}

export function newScope(kind: Scope["kind"], module: Module, parent: Scope | undefined): Scope {
  return { vars: new Map(), parent, module, kind };
}
