import type { Endpoint, HandlerTrace, Surrounding } from "@muster/contract";
import { auditEvents, type AuditEvent } from "./audit-event.ts";
import { isAuditName } from "./audit-name.ts";
import { holdsOnSuccess } from "./decide.ts";

/** What middleware writes for a request that succeeds. */
export interface SurroundingEvents {
  readonly sure: readonly AuditEvent[];
  /** It depends on what could not be decided, or the middleware could not be followed. */
  readonly maybe: readonly { readonly name: string; readonly event?: AuditEvent; readonly around: Surrounding }[];
}

/** Middleware of libraries that hands the caller on to what records; by itself it writes nothing. */
const actorOnly = /^(?:auditlog|simple_history|easyaudit|pghistory|reversion|field_audit|audit_log|crum)\./;

export function surroundingEvents(endpoint: Endpoint, trace: HandlerTrace): SurroundingEvents {
  const sure: AuditEvent[] = [];
  const maybe: { name: string; event?: AuditEvent; around: Surrounding }[] = [];
  for (const around of trace.around ?? []) {
    const { name, trace: run } = around;
    if (run === undefined) {
      if (isAuditName(name.split(".")) && !actorOnly.test(name)) maybe.push({ name, around });
      continue;
    }
    const events = eventsAround(endpoint, run);
    for (const event of events) {
      const holds = event.event.under.map((condition) => holdsOnSuccess(condition, { endpoint }));
      if (holds.includes(false)) continue;
      if (holds.every((one) => one === true) && !event.event.looped) sure.push(event);
      else maybe.push({ name, event, around });
    }
    if (events.length === 0 && !run.complete && isAuditName(name.split("."))) maybe.push({ name, around });
  }
  return { sure, maybe };
}

const known: WeakMap<HandlerTrace, Map<string, readonly AuditEvent[]>> = new WeakMap();

/** What is written around a handler: the same for all endpoints of one method and path, and mostly nothing. */
function eventsAround(endpoint: Endpoint, run: HandlerTrace): readonly AuditEvent[] {
  const byEndpoint = known.get(run) ?? new Map<string, readonly AuditEvent[]>();
  known.set(run, byEndpoint);
  const key = `${endpoint.method} ${endpoint.path}`;
  let events = byEndpoint.get(key);
  if (!events) byEndpoint.set(key, (events = auditEvents({ kind: "around", endpoint }, run).filter((event) => event.kept && (event.kind === "trail" || event.lacks.length === 0))));
  return events;
}
