import type { Term, TraceEvent } from "@muster/contract";

/** Something that a handler deletes or changes for good. */
export interface Mutation {
  readonly event: TraceEvent;
  readonly verb: "deletes" | "soft-deletes" | "changes";
  /** What is touched: an object, a query or statement that selects it, or the keys by which a store holds it. */
  readonly target: Term;
  /** False where only a name says that it mutates: the call was not followed. */
  readonly certain: boolean;
}

/** What a recogniser says of an event; the event and its terms' owners are added by who asks. */
export type Touch = Omit<Mutation, "event">;
