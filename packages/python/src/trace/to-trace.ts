import type { Condition, HandlerTrace, Span, TraceEvent, TraceExit } from "@muster/contract";
import { answeredStatus, statusOfExit } from "../evaluate/denial.ts";
import type { Exit } from "../evaluate/frame.ts";
import { conditionsOf, type BranchCondition, type ConditionList, type EventList } from "../evaluate/path.ts";
import { isLibrary } from "../modules/library-index.ts";
import { spanOfPlace, termOf } from "../values/term.ts";
import type { Place } from "../values/value.ts";
import type { TraceRecorder } from "./recorder.ts";

/** What a recorded run says, as the contract's plain data. What happens inside library modules alone is shown at the handler. */
export function toTrace(recorder: TraceRecorder, exits: readonly Exit[], complete: boolean, handler: Span): HandlerTrace {
  const spans = new Map<Place, Span>();
  const span = (place: Place): Span => {
    let known = spans.get(place);
    if (!known) spans.set(place, (known = isLibrary(place.module.path) ? handler : spanOfPlace(place)));
    return known;
  };
  const conditions = new Map<BranchCondition, Condition>();
  const lists = new Map<ConditionList | undefined, readonly Condition[]>();
  const condition = (one: BranchCondition): Condition => {
    let known = conditions.get(one);
    if (known) return known;
    const { otherwise } = one;
    const status = otherwise?.value && answeredStatus(otherwise.value);
    known = {
      term: termOf(one.value),
      holds: one.holds,
      span: span(one.place),
      ...(otherwise && { otherwise: { kind: otherwise.kind, span: span(otherwise.place), ...(status !== undefined && { status }) } }),
    };
    conditions.set(one, known);
    return known;
  };
  const under = (list: ConditionList | undefined): readonly Condition[] => {
    let known = lists.get(list);
    if (!known) lists.set(list, (known = conditionsOf(list).map(condition)));
    return known;
  };
  const events = recorder.events.map((event, index): TraceEvent => {
    const base = {
      index,
      span: span(event.place),
      under: under(event.path.conditions),
      through: event.through.slice(1).filter((one) => !isLibrary(one.place.module.path)).map((one) => ({ span: span(one.place), note: `calls ${one.name}` })),
      looped: event.looped,
    };
    switch (event.kind) {
      case "call":
        return { ...base, kind: "call", call: event.term };
      case "set-attribute":
        return { ...base, kind: "set-attribute", target: event.target, name: event.name, value: event.value };
      case "delete":
        return { ...base, kind: "delete", target: event.target };
      default:
        return event satisfies never;
    }
  });
  return {
    events,
    exits: exits.map((exit): TraceExit => {
      const status = statusOfExit(exit);
      return { kind: exit.kind === "raise" ? "raise" : "return", span: span(exit.place), ...(status !== undefined && { status }), value: termOf(exit.value), under: under(exit.path.conditions), after: indexesOf(exit.path.happened) };
    }),
    lost: recorder.lost.map((one) => ({ span: span(one.place), note: one.note })),
    complete,
  };
}

function indexesOf(list: EventList | undefined): number[] {
  const out: number[] = [];
  for (let at = list; at; at = at.rest) out.push(at.index);
  return out.sort((a, b) => a - b);
}
