import { compareSpans } from "@muster/contract";
import type { Condition, Span, TraceEvent } from "@muster/contract";
import type { Mutation } from "./mutations/mutation.ts";
import { placeOf } from "./proof.ts";
import type { Run } from "./run.ts";
import type { TermIndex } from "./term-index.ts";

/** True where the handler itself, up to the mutation where one is given, does something with the caller. What its guards do is not counted. */
export function asksForCaller({ trace, endpoint, index }: Pick<Run, "trace" | "endpoint" | "index">, mutation?: Mutation): boolean {
  const { span: handler } = endpoint.handler;
  const last = mutation && placeOf(mutation, endpoint);
  // What happens inside a library is shown at the handler itself: it is no question of the handler's.
  const within = (span: Span): boolean => compareSpans(span, handler) !== 0 && span.path === handler.path && span.line >= handler.line && (last?.path !== handler.path || span.line <= last.line);
  const asks = (condition: Condition): boolean => within(condition.span) && index.of(condition.term).principal;
  return trace.events.some((event) => (within(placeOf({ event }, endpoint)) && mentions(event, index)) || event.under.some(asks));
}

function mentions(event: TraceEvent, index: TermIndex): boolean {
  switch (event.kind) {
    case "call":
      return index.of(event.call).principal;
    case "set-attribute":
      return index.of(event.target).principal || index.of(event.value).principal;
    case "delete":
      return index.of(event.target).principal;
    default:
      return event satisfies never;
  }
}
