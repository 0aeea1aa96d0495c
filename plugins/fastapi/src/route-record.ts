import type { ConditionList, Instance, Place, Value } from "@muster/python";
import type { Attachment } from "@muster/web";

/** What a router or application object collected. Its routes are in its attribute `routes`. */
export interface RouterRecord {
  readonly kind: "application" | "router";
  prefix: Value;
  readonly dependencies: Attached[];
  /** Innermost first, as `add_middleware` stacks them. */
  readonly middleware: MiddlewareRecord[];
  readonly errorHandlers: { readonly error: Value; readonly handler: Value }[];
  /** The class of its routes, where it is not the framework's own. */
  readonly routeClass?: Value;
  /** What runs when the server starts: it may still add routes. */
  readonly startup: Value[];
  hidden: boolean;
  deprecated: boolean;
  tags: readonly string[];
  /** Paths of the built-in documentation routes; undefined where it is not known whether they exist. */
  documents: readonly { readonly path: Value; readonly name: string }[];
  readonly place: Place;
}

/** A dependency and where it was attached. */
export interface Attached extends Attachment {
  readonly value: Value;
  readonly place: Place;
}

export interface MiddlewareRecord {
  /** A class, or the function under `@app.middleware("http")`. */
  readonly target: Value;
  readonly options: ReadonlyMap<string, Value>;
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
}

interface EntryBase {
  /** The own prefix of the router that it was added to. */
  readonly own?: Value;
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
}

export type Entry = EntryBase &
  (
    | {
        readonly kind: "route";
        readonly path: Value;
        /** Undefined where the methods follow from the handler (Starlette) or are not known. */
        readonly methods: Value | undefined;
        readonly handler: Value;
        readonly dependencies: readonly Attached[];
        readonly hidden: boolean;
        readonly deprecated: boolean;
        readonly tags: readonly string[];
        readonly summary?: string;
        readonly style: "fastapi" | "starlette" | "websocket";
        /** A route of Starlette's own: prefixes of the routers around it do not reach it, prefixes of includes do. */
        readonly bare?: boolean;
        /** The handler is an ASGI application: it is handed the scope, whatever kind of callable it is. */
        readonly asgi?: boolean;
        /** Routes that a library brings along: what guards them is known from its documentation. */
        readonly vendor?: { readonly symbol: string; readonly guard?: Value };
        /** Middleware around this route or mount alone. */
        readonly middleware?: readonly MiddlewareRecord[];
      }
    | { readonly kind: "include"; readonly router: Value; readonly prefix: Value; readonly dependencies: readonly Attached[]; readonly hidden: boolean; readonly tags: readonly string[] }
    | { readonly kind: "mount"; /** By host name, not by path. */ readonly host?: true; readonly path: Value; readonly app: Value; readonly name: string; readonly middleware: readonly MiddlewareRecord[] }
  );

/** Under this name the object of a view class keeps the method that answers. */
export const endpointMethod = "endpoint-method";

/** Under this name the object of a route class keeps what calls the handler. */
export const originalRoute = "original-route";

const key = "fastapi";

export function recordOf(value: Value | undefined): RouterRecord | undefined {
  return value?.kind === "instance" ? (value.records.get(key) as RouterRecord | undefined) : undefined;
}

export function setRecord(instance: Instance, record: RouterRecord): void {
  instance.records.set(key, record);
}

const entryKey = "fastapi-route";

/** What a route or mount object stands for. */
export function entryOf(value: Value | undefined): Entry | undefined {
  return value?.kind === "instance" ? (value.records.get(entryKey) as Entry | undefined) : undefined;
}

export function setEntry(instance: Instance, entry: Entry): void {
  instance.records.set(entryKey, entry);
}
