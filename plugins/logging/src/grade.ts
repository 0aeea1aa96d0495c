import type { HandlerTrace, TraceEvent } from "@muster/contract";
import type { AuditEvent } from "./audit-event.ts";
import { argumentsOf, calledName } from "./term.ts";
import { placeText } from "./wording.ts";
import { writesRecord } from "./written.ts";

/** What else is to be said of an audit event that counts: when it is written, whether it stands or falls with the change, and what becomes of refusals. */
export function gradeOf(by: AuditEvent, changes: readonly TraceEvent[], trace: HandlerTrace, events: readonly AuditEvent[]): readonly string[] {
  return [orderOf(by, changes, trace), transactionOf(by, trace), denialOf(trace, events)].filter((one) => one !== undefined);
}

function isOwn({ event, call }: AuditEvent, trace: HandlerTrace): boolean {
  return call !== undefined && trace.events[event.index] === event && event.kind === "call" && event.call === call;
}

/** What is written before the change tells of attempts, and not of outcomes. */
function orderOf(by: AuditEvent, changes: readonly TraceEvent[], trace: HandlerTrace): string | undefined {
  if (!isOwn(by, trace) || changes.length === 0 || changes.some((change) => change.index < by.event.index)) return undefined;
  return "It is written before the change: an attempt that fails looks the same.";
}

function transactionOf(by: AuditEvent, trace: HandlerTrace): string | undefined {
  if (by.library !== undefined) return "It is stored in the transaction of the change.";
  if (by.call === undefined || !writesRecord(calledName(by.call), argumentsOf(by.call))) return undefined;
  if (!isOwn(by, trace)) return undefined;
  const commits = trace.events.filter((event) => event.kind === "call" && calledName(event.call) === "commit");
  return commits.length > 0 && commits.every((commit) => commit.index > by.event.index) ? "It is stored in the transaction of the change." : undefined;
}

/** Refusals in the handler itself; what guards refuse never gets to it. */
function denialOf(trace: HandlerTrace, events: readonly AuditEvent[]): string | undefined {
  const denied = trace.exits.filter((exit) => exit.status === 401 || exit.status === 403);
  const bare = denied.find((exit) => !events.some(({ event }) => exit.after.includes(event.index)));
  if (denied.length === 0) return undefined;
  return bare === undefined ? "Refusals are recorded too." : `The refusal at ${placeText(bare.span)} leaves no event.`;
}
