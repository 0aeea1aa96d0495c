import type { Span, Step, TraceEvent } from "@muster/contract";
import { type AuditEvent, type Part } from "./audit-event.ts";
import { calledName, namesOf } from "./term.ts";

/** `app/main.py:33`. */
export function placeText(span: Span): string {
  return `${span.path}:${span.line}`;
}

/** `no actor and no object`. */
export function lacksText(lacks: readonly Part[]): string {
  return lacks.map((part) => `no ${part}`).join(" and ");
}

/** The way from the handler to an audit event, and what it leaves out. */
export function auditSteps({ event, lacks, kept }: AuditEvent): readonly Step[] {
  const what = lacks.length === 0 ? "names actor, action and object" : `names ${lacksText(lacks)}`;
  return [...event.through, { span: event.span, note: `the event is written here; it ${what}${kept ? "" : ", on a level that production drops"}` }];
}

/** The places that change data, at most three; that the transaction was committed is left out. */
export function changeSteps(changes: readonly TraceEvent[]): readonly Step[] {
  const telling = changes.filter((change) => change.kind !== "call" || calledName(change.call) !== "commit");
  return telling.slice(0, 3).map((change) => ({ span: change.span, note: changeText(change) }));
}

function changeText(change: TraceEvent): string {
  switch (change.kind) {
    case "call":
      return `\`${namesOf(change.call.callee).slice(-2).join(".")}\` changes data`;
    case "set-attribute":
      return `sets \`${change.name}\``;
    case "delete":
      return "deletes an entry";
    default:
      return change satisfies never;
  }
}
