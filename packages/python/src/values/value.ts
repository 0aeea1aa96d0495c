import type { Term } from "@muster/contract";
import type { Module } from "../modules/module.ts";
import type { Expr, Param, Stmt } from "../syntax.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { ConditionList } from "../evaluate/path.ts";

/** Where in the code something is: offsets into the module's text. */
export interface Place {
  readonly module: Module;
  readonly s: number;
  readonly e: number;
}

/**
 * What evaluation knows of a Python object. Lists, dicts and instances are mutable and shared, as in Python;
 * everything else is immutable.
 */
export type Value =
  | Const
  | Template
  | Sequence
  | Dict
  | ModuleValue
  | ClassValue
  | FunctionValue
  | NativeFunction
  | BoundMethod
  | Instance
  | External
  | Annotated
  | Super
  | Union
  | Symbolic;

export interface Const {
  readonly kind: "const";
  readonly value: string | number | boolean | null;
  /** The value is a default that the environment may replace: true of it here, undecided as a condition. */
  readonly soft?: true;
}

/** A string of which some pieces are not known. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly Value[];
  readonly soft?: true;
}

export interface Item {
  readonly value: Value;
  /** Undecided conditions under which it is there. */
  readonly when?: ConditionList;
  /** Put there while a request ran, in a loop that may never turn or under a condition that was not decided. */
  readonly maybe?: true;
}

export interface Sequence {
  readonly kind: "list" | "tuple" | "set";
  readonly items: Item[];
  /** Why there may be more than `items`. */
  open?: string;
  /** The conditions under which it was made: what is added under the same ones is there in any case. */
  since?: ConditionList;
}

export interface DictEntry {
  readonly key: Value;
  readonly value: Value;
  readonly when?: ConditionList;
  readonly maybe?: true;
}

export interface Dict {
  readonly kind: "dict";
  /** By a text that is equal for equal keys. */
  readonly entries: Map<string, DictEntry>;
  /** What makes the value of a key that is missing: a `defaultdict`. */
  readonly factory?: Value;
  /** It holds what the route took from the path, by the names that the route binds. */
  readonly ofRoute?: true;
  open?: string;
}

export interface ModuleValue {
  readonly kind: "module";
  readonly module: Module;
}

/** A class of the repository, of a framework model, or (with `opaque`) one of which only the name is known. */
export interface ClassValue {
  readonly kind: "class";
  /** Fully qualified: `app.models.Item`. */
  readonly name: string;
  readonly bases: readonly ClassValue[];
  /** Method resolution order, itself first. */
  readonly mro: readonly ClassValue[];
  readonly attributes: Map<string, Value>;
  /** Annotated names of the body, in order; evaluated only when asked for. */
  readonly fields: Map<string, { readonly annotation: Expr; readonly scope: Scope; readonly place: Place }>;
  readonly opaque: boolean;
  /** Set for classes of framework models: what creating one does. */
  readonly construct?: (call: NativeCall) => Value | undefined;
  readonly place?: Place;
  readonly doc?: string;
  /** The class of this class, where its body names one: `metaclass=Meta`. Classes that inherit from it have the same. */
  readonly metaclass?: ClassValue;
  /** Decorators that evaluation could not apply. */
  readonly wrappers?: readonly Wrapper[];
}

export interface FunctionValue {
  readonly kind: "function";
  readonly name: string;
  readonly params: readonly Param[];
  /** Default values by parameter, evaluated once where the function is defined. */
  readonly defaults: ReadonlyMap<string, Value>;
  readonly body: readonly Stmt[] | Expr;
  readonly scope: Scope;
  readonly place: Place;
  readonly returns?: Expr;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Set by models of decorators that make a coroutine of a generator: what is yielded is waited for, and is what `yield` evaluates to. */
  readonly yieldsWait?: true;
  readonly doc?: string;
  /** Class in whose body it is defined: what `super()` starts from. */
  readonly owner?: ClassValue;
  readonly binding: "instance" | "class" | "static" | "property";
  /** What `functools.wraps` copied: the function whose signature and identity this one shows. */
  readonly wraps?: FunctionValue;
  /** Checks that models of decorators put before the body. */
  readonly before?: readonly NativeFunction[];
  /** Decorators from outside the repository that were applied and not entered, innermost first. */
  readonly wrappers: readonly Wrapper[];
  /** Attributes set on the function object. */
  readonly attributes: Map<string, Value>;
}

export interface Wrapper {
  readonly decorator: Value;
  readonly place: Place;
}

/** A function that is modelled here and not evaluated. */
export interface NativeFunction {
  readonly kind: "native";
  readonly name: string;
  readonly call: (call: NativeCall) => Value | undefined;
  /** What one that code made is made of besides its name: those that are equal in it do the same. */
  readonly of?: readonly unknown[];
}

export interface BoundMethod {
  readonly kind: "method";
  readonly self: Value;
  readonly func: FunctionValue | NativeFunction;
}

export interface Instance {
  readonly kind: "instance";
  readonly class: ClassValue;
  readonly attributes: Map<string, Value>;
  readonly place: Place;
  /** What a framework model keeps about it, by the model's name. */
  readonly records: Map<string, unknown>;
  /** Attributes beyond the known ones may exist. */
  open?: string;
}

/** Something outside the repository, by its fully qualified name. */
export interface External {
  readonly kind: "external";
  readonly name: string;
}

/** `Annotated[base, metadata…]`. */
export interface Annotated {
  readonly kind: "annotated";
  readonly base: Value;
  readonly metadata: readonly Value[];
}

/** `super()`: attributes are looked up after `owner` in the method resolution order of `self`. */
export interface Super {
  readonly kind: "super";
  readonly owner: ClassValue;
  readonly self: Value;
}

export interface Union {
  readonly kind: "union";
  readonly options: readonly Value[];
}

/**
 * How a value depends on the one who calls. Bits of `Symbolic.labels`; `guess` marks a credential that may be an ordinary header,
 * `route` a piece of the request's path, an input that the caller fills within the route alone; `parameter` the same as the route's parameter;
 * `named` such a header whose name says that it is a credential (`X-API-Key`).
 */
export const label = { credential: 1, principal: 2, input: 4, request: 8, guess: 16, route: 32, parameter: 64, named: 128 } as const;

/**
 * What truth a value has for a caller without a valid credential. `strong`: by what the code compares or verifies;
 * otherwise only as far as the code's own rejection of the other case confirms it.
 */
export interface Lean {
  readonly truth: boolean;
  readonly strong: boolean;
}

/** A value that is known only by how it came to be. */
export interface Symbolic {
  readonly kind: "symbolic";
  readonly term: Term;
  readonly labels: number;
  /** Where knowledge ended; absent where it is an input or a principal. */
  readonly place?: Place | undefined;
  /** Why it is not known, when that is worth telling. */
  readonly reason?: string | undefined;
  readonly type?: ClassValue | undefined;
  readonly lean?: Lean | undefined;
  /** The module behind it is not loaded yet: evaluation will be repeated. */
  readonly pending?: true | undefined;
}
