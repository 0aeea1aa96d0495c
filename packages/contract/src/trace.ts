import type { Span, Step } from "./span.ts";

/**
 * What evaluation knows of a value, as a tree of how it came to be. Terms are shared, so a trace is a graph without
 * cycles: walk with a visited set where depth matters.
 */
export type Term =
  /** `byDefault`: the environment, or whoever calls the function, may replace it. */
  | { readonly kind: "const"; readonly value: string | number | boolean | null; readonly byDefault?: true }
  /** Chosen by the caller. `name` is the parameter's name, `*` for the whole request. */
  | { readonly kind: "input"; readonly source: "path" | "query" | "header" | "cookie" | "body" | "form" | "request"; readonly name: string }
  /** The authenticated caller, as a guard handed it to the handler; `guard` is the guard's symbol. */
  | { readonly kind: "principal"; readonly guard: string }
  /** A class, function or module by its fully qualified name: `sqlalchemy.delete`, `app.models.Item`. */
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "instance"; readonly class: string; readonly attributes: readonly { readonly name: string; readonly value: Term }[] }
  | { readonly kind: "attribute"; readonly of: Term; readonly name: string }
  | { readonly kind: "item"; readonly of: Term; readonly key: Term }
  | CallTerm
  /** Operators as Python writes them: `==`, `is not`, `not in`, `and`, `or`, `not`, `+`, `&`, `~`, `if-else` … */
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Term[] }
  /** `open`: there may be more than is known. */
  | { readonly kind: "collection"; readonly type: "list" | "tuple" | "set"; readonly items: readonly Term[]; readonly open?: true }
  | { readonly kind: "dict"; readonly entries: readonly { readonly key: Term; readonly value: Term }[]; readonly open?: true }
  /** An f-string or concatenation. */
  | { readonly kind: "template"; readonly parts: readonly Term[] }
  /** One element of what an iteration runs over. */
  | { readonly kind: "element"; readonly of: Term }
  | { readonly kind: "either"; readonly options: readonly Term[] }
  | { readonly kind: "unknown"; readonly reason: string };

/** A call that evaluation did not enter: into a library, or past its depth. */
export interface CallTerm {
  readonly kind: "call";
  readonly callee: Term;
  readonly args: readonly Term[];
  readonly keywords: readonly { readonly name: string; readonly value: Term }[];
  readonly span: Span;
  /** True when `*x` or `**x` of unknown content was among the arguments: more may be given. */
  readonly open?: true;
}

/** Something that holds on every path to an event, because the code branched on it. */
export interface Condition {
  readonly term: Term;
  /** False where the event lies on the branch on which the term is false. */
  readonly holds: boolean;
  readonly span: Span;
  /** What happens to a request on the other branch, where that ends it. */
  readonly otherwise?: { readonly kind: "raise" | "return"; readonly status?: number; readonly span: Span };
}

/** What a handler does on the way, in order. `under` are the conditions in force, innermost last. */
export type TraceEvent = {
  /** Position in the trace; exits refer to it. */
  readonly index: number;
  readonly span: Span;
  readonly under: readonly Condition[];
  /** Calls entered on the way here, from the handler inwards; empty in the handler itself. */
  readonly through: readonly Step[];
  /** True inside a loop whose length is not known: it may happen never or often. */
  readonly looped: boolean;
} & (
  | { readonly kind: "call"; readonly call: CallTerm }
  | { readonly kind: "set-attribute"; readonly target: Term; readonly name: string; readonly value: Term }
  | { readonly kind: "delete"; readonly target: Term }
);

/** A way out of the handler. */
export interface TraceExit {
  readonly kind: "return" | "raise";
  readonly span: Span;
  /** HTTP status where known. */
  readonly status?: number;
  readonly value: Term;
  readonly under: readonly Condition[];
  /** Indexes of the events that happened on every path to this exit, ascending. */
  readonly after: readonly number[];
}

/** The symbolic run of one endpoint: its guards' results as principals, its parameters as inputs. */
export interface HandlerTrace {
  readonly events: readonly TraceEvent[];
  readonly exits: readonly TraceExit[];
  /** Calls into the repository's own code that could not be followed, and budgets that ran out. */
  readonly lost: readonly Step[];
  readonly complete: boolean;
  /** What runs around the handler for a request that gets there, outermost first; absent where the handler's own run has it all. */
  readonly around?: readonly Surrounding[];
}

/** Middleware, or a function before or after each request. */
export interface Surrounding {
  readonly name: string;
  /** Where it is defined, or attached where it is from elsewhere. */
  readonly span: Span;
  /** Its own run; it ends where the request went on, or where the answer came back. Undefined where it could not be followed. */
  readonly trace?: HandlerTrace;
}
