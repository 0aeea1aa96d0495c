import type { Term } from "@muster/contract";
import type { Path } from "../evaluate/path.ts";
import type { Place } from "../values/value.ts";

export type RecordedEvent = {
  readonly place: Place;
  readonly path: Path;
  readonly through: readonly { readonly place: Place; readonly name: string }[];
  readonly looped: boolean;
} & (
  | { readonly kind: "call"; readonly callee: Term; readonly term: Term & { readonly kind: "call" } }
  | { readonly kind: "set-attribute"; readonly target: Term; readonly name: string; readonly value: Term }
  | { readonly kind: "delete"; readonly target: Term }
);

/** Collects what a run does to the outside. Bounded: beyond `limit` events a run counts as incomplete. */
export class TraceRecorder {
  readonly events: RecordedEvent[] = [];
  readonly lost: { readonly place: Place; readonly note: string }[] = [];
  readonly limit: number;

  constructor(limit = 600) {
    this.limit = limit;
  }

  /** The event's index, or undefined when the limit is reached. */
  add(event: RecordedEvent): number | undefined {
    if (this.events.length >= this.limit) return undefined;
    this.events.push(event);
    return this.events.length - 1;
  }

  lose(place: Place, note: string): void {
    if (this.lost.length < 200) this.lost.push({ place, note });
  }
}
