import type { Span, Step, TraceEvent } from "@muster/contract";
import { type AuditEvent, type Part } from "./audit-event.ts";
import { isDestructive } from "./change.ts";
import { calledName, namesOf, reaches } from "./term.ts";

/** `app/main.py:33`. */
export function placeText(span: Span): string {
  return `${span.path}:${span.line}`;
}

/** `no actor and no object`. */
export function lacksText(lacks: readonly Part[]): string {
  return lacks.map((part) => `no ${part}`).join(" and ");
}

/** The way from the handler to an audit event, and what it leaves out. */
export function auditSteps({ span, steps, lacks, kept }: AuditEvent): readonly Step[] {
  const what = lacks.length === 0 ? "names actor, action and object" : `names ${lacksText(lacks)}`;
  return [...steps, { span, note: `the event is written here; it ${what}${kept ? "" : ", on a level that production drops"}` }];
}

/** The places that change data, at most three, what destroys or overwrites first; that the transaction was committed is left out. */
export function changeSteps(changes: readonly TraceEvent[]): readonly Step[] {
  const others = changes.filter((change) => change.kind !== "call" || calledName(change.call) !== "commit");
  const telling = others.length > 0 ? others : changes.slice(-1);
  const steps = new Map<string, Step>();
  for (const change of telling.toSorted((a, b) => weight(a) - weight(b) || a.index - b.index)) {
    const step = { span: change.span, note: changeText(change) };
    const key = `${placeText(step.span)} ${step.note}`;
    if (!steps.has(key)) steps.set(key, step);
  }
  return [...steps.values()].slice(0, 3);
}

/** What touches an object that the request chose tells most. */
function weight(change: TraceEvent): number {
  const touched = change.kind === "call" ? change.call : change.target;
  return (isDestructive(change) ? 0 : change.kind === "call" ? 1 : 2) + (reaches(touched, (part) => part.kind === "input" && part.source === "path") ? 0 : 3);
}

function changeText(change: TraceEvent): string {
  switch (change.kind) {
    case "call":
      return `\`${namesOf(change.call.callee).slice(-2).join(".")}\` changes data`;
    case "set-attribute":
      return change.name === "*" ? "sets attributes" : `sets \`${change.name.replace(/^\[s:(.*)\]$/, "$1")}\``;
    case "delete":
      return "deletes an entry";
    default:
      return change satisfies never;
  }
}
