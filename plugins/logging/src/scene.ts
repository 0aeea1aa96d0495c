import type { Endpoint } from "@muster/contract";

/** Where an audit event is written: what names the actor and the object differs. */
export type Scene =
  /** In the handler, or in what it calls. */
  | { readonly kind: "handler"; readonly endpoint: Endpoint }
  /** In middleware, or in a function before or after each request: it sees the request and not the object. */
  | { readonly kind: "around"; readonly endpoint: Endpoint }
  /** In a receiver of a signal or a listener of an ORM: it sees the object and not the request. */
  | { readonly kind: "receiver" };

/** How a receiver or listener is told what changed; see `declared/notes.ts`. */
export const changedObject = "muster.changed";
/** How a receiver is told whether the object is new. */
export const createdFlag = "muster.created";
