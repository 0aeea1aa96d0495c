import type { JudgeInput, TraceEvent } from "@muster/contract";
import type { AuditEvent } from "../audit-event.ts";
import { changedBy } from "../changed-class.ts";
import { calledName, reaches } from "../term.ts";
import { findWatchers } from "./find-watchers.ts";
import { isTold } from "./watcher.ts";

/** What is written because something is told of the changes. */
export interface Watched {
  readonly events: readonly AuditEvent[];
  /** Something may write for one of them, which could not be decided: where and why. */
  readonly maybe: readonly AuditEvent[];
  /** Something is told of changes at all. */
  readonly isWatching: boolean;
}

export function watchedChanges(input: Pick<JudgeInput, "declarations">, changes: readonly TraceEvent[]): Watched {
  const events: AuditEvent[] = [];
  const maybe: AuditEvent[] = [];
  const watchers = findWatchers(input);
  const isWatching = watchers.length > 0;
  const chosen = changes.filter(touchesChosen);
  for (const change of changes) {
    // That a transaction ends says nothing of what it changed.
    if (change.kind === "call" && calledName(change.call) === "commit") continue;
    const changed = changedBy(change);
    // Beside a change of the object that the request names, what else is changed decides nothing where it is not known.
    const tells = chosen.length === 0 || chosen.includes(change);
    for (const watcher of watchers) {
      const told = isTold(watcher, changed);
      if (told === "no") continue;
      // Each of what the change may be must be written.
      const written = changed.operations.filter((operation) => watcher.operations.includes(operation)).map((operation) => watcher.writes(operation)).filter((one) => one !== undefined);
      const [first] = written.toSorted((a, b) => b.lacks.length - a.lacks.length);
      if (first === undefined) continue;
      const event: AuditEvent = { event: change, kind: "trail", kept: first.kept, lacks: first.lacks, opaque: first.opaque, span: first.span, steps: first.steps, ...(first.call && { call: first.call }), ...(first.library !== undefined && { library: first.library }) };
      if (told === "yes" && written.every((one) => one.sure)) events.push(event);
      else if (tells) maybe.push(event);
    }
  }
  return { events, maybe, isWatching };
}

/** Whether a change touches what the request's path names. */
function touchesChosen(change: TraceEvent): boolean {
  return reaches(change.kind === "call" ? change.call : change.target, (part) => part.kind === "input" && part.source === "path");
}
