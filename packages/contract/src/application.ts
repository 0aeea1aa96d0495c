import type { Attribute } from "./attribute.ts";
import type { Guard } from "./guard.ts";
import type { Span, Step } from "./span.ts";

/** `protected` and `public` are proved; `unknown` is neither, and counts against coverage. */
export type Posture = "protected" | "public" | "unknown";

/** A condition that evaluation could not decide and that a mount or route depends on. */
export interface MountCondition {
  /** The condition as the code writes it, at most 120 characters. */
  readonly text: string;
  /** False where the code under `else` is meant. */
  readonly holds: boolean;
  readonly span: Span;
}

/** A place where knowledge ended, and what was lost by it. */
export interface Unresolved {
  readonly what: "application" | "mount" | "route" | "guard" | "module";
  readonly reason: string;
  readonly span: Span;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "body" | "form";
  readonly required: boolean;
}

/** The code that answers. */
export interface Handler {
  /** `module.path.function` or `module.path.Class.method`. */
  readonly symbol: string;
  readonly span: Span;
  /** Content id of its definition; absent where the code is not the repository's. */
  readonly code?: string;
}

/** One field of a root type of a GraphQL schema: what a request to its endpoint can ask for. */
export interface GraphqlOperation {
  readonly kind: "query" | "mutation" | "subscription";
  /** As the code names the field. */
  readonly name: string;
  /** The resolver. */
  readonly handler: Handler;
  /** Of the operation behind whatever guards its endpoint. */
  readonly posture: Posture;
  /** The chain of places that shows the posture. Never empty. */
  readonly proof: readonly Step[];
  /** Present with `unknown`: why. */
  readonly reason?: string;
}

/** A path parameter that code on the way to a handler asked for under a name that the route does not bind. */
export interface UnboundParameter {
  readonly name: string;
  /** The names that the route binds. */
  readonly bound: readonly string[];
  /** Where it is asked for. */
  readonly span: Span;
}

/** One HTTP method (or `WEBSOCKET`) on one full path template of one application. */
export interface Endpoint {
  /** Stable: a hash of application, method and normalised path. */
  readonly id: string;
  /** Id of its application. */
  readonly application: string;
  readonly method: string;
  /** Template with `{name}` for parameters: `/items/{id}`. */
  readonly path: string;
  readonly handler: Handler;
  /** Where the route is declared. */
  readonly span: Span;
  readonly posture: Posture;
  /** The chain of places that shows the posture. Never empty. */
  readonly proof: readonly Step[];
  /** Present with `unknown`: why. */
  readonly reason?: string;
  /** Outermost first, in the order in which a request meets them. */
  readonly guards: readonly Guard[];
  readonly parameters: readonly Parameter[];
  /** True when it is left out of the generated document (`include_in_schema=False`). */
  readonly hidden: boolean;
  readonly deprecated: boolean;
  /** What must hold for the endpoint to exist; empty when it always does. */
  readonly conditions: readonly MountCondition[];
  /** True where the path holds a value that the environment may replace: what is shown is the default that the code gives it. */
  readonly environmentDefault?: true;
  /** Present where no request reaches it, by the framework's own order of routes: the earlier route that takes them all. */
  readonly unreachable?: Step;
  /** Further declarations of the same method and path that no request reaches, because this one comes before them. */
  readonly overridden?: readonly Step[];
  /** Parameters that guards or the handler asked for in vain; sorted by place. */
  readonly unbound?: readonly UnboundParameter[];
  readonly summary?: string;
  readonly tags: readonly string[];
  /** What plugins say of it beyond that, sorted by name. Not known while linking. */
  readonly attributes?: readonly Attribute[];
  /** Of an endpoint that serves GraphQL: what it can be asked for, as far as its schema is known; sorted by kind and name. */
  readonly operations?: readonly GraphqlOperation[];
}

/** One application object that a server would serve. */
export interface Application {
  /** Stable: a hash of framework, symbol and folder. */
  readonly id: string;
  /** `fastapi`, `django` … */
  readonly framework: string;
  /** How a server would name it: `app.main:app`; a factory's ends with `()`. */
  readonly name: string;
  /** Folder of the service that holds it, relative to the root of the scan; `""` for the root. */
  readonly folder: string;
  readonly span: Span;
  readonly title?: string;
  readonly version?: string;
}

/** What linking could and could not resolve. Every unresolved place is listed: not analysed must never look like clean. */
export interface LinkCoverage {
  readonly mounts: { readonly resolved: number; readonly unresolved: number };
  readonly routes: { readonly resolved: number; readonly unresolved: number };
  /** Sorted by place. */
  readonly unresolved: readonly Unresolved[];
}
