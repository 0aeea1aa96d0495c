import { compareSpans, type Condition, type Endpoint, type HandlerTrace, type JudgeInput, type Step, type TraceEvent, type TraceExit } from "@muster/contract";
import { type AuditEvent, auditEvents } from "./audit-event.ts";
import { auditSteps } from "./wording.ts";
import { mayKnowActor } from "./audit-content.ts";
import { isChange, isDestructive } from "./change.ts";

/** Whether what an endpoint changes is written down, with what shows it. */
export type AuditCoverage =
  | { readonly kind: "not-applicable"; readonly reason: string }
  | { readonly kind: "indeterminate"; readonly reason: string; readonly proof: readonly Step[] }
  | { readonly kind: "audited"; readonly by: AuditEvent; readonly changes: readonly TraceEvent[] }
  /** Some way to success passes by the event. */
  | { readonly kind: "some-paths"; readonly by: AuditEvent; readonly exit: TraceExit; readonly changes: readonly TraceEvent[]; readonly certain: boolean }
  /** The best event there is leaves something out. */
  | { readonly kind: "incomplete"; readonly by: AuditEvent; readonly changes: readonly TraceEvent[]; readonly certain: boolean }
  | { readonly kind: "debug-only"; readonly by: AuditEvent; readonly changes: readonly TraceEvent[]; readonly certain: boolean }
  /** `nearest` is a log that names too little to count. */
  | { readonly kind: "missing"; readonly nearest?: AuditEvent; readonly changes: readonly TraceEvent[] };

const alwaysMutates = new Set(["DELETE", "PUT", "PATCH"]);

export function auditCoverage(input: Pick<JudgeInput, "trace">, endpoint: Endpoint): AuditCoverage {
  const always = alwaysMutates.has(endpoint.method);
  if (!always && endpoint.method !== "POST") return { kind: "not-applicable", reason: `${endpoint.method} is no method that destroys or overwrites.` };
  const trace = input.trace(endpoint.id);
  if (trace === undefined) return { kind: "indeterminate", reason: "The handler could not be followed.", proof: [] };
  const events = auditEvents(endpoint, trace);
  const trail = new Set(events.filter((each) => each.kind === "trail").map((each) => each.event.index));
  // What writes the audit record is no change that needs one.
  const changes = trace.events.filter((event) => !trail.has(event.index) && isChange(event));
  if (!always && !changes.some(isDestructive)) {
    return trace.complete
      ? { kind: "not-applicable", reason: "The POST destroys or overwrites nothing." }
      : { kind: "indeterminate", reason: "Whether the POST destroys or overwrites something could not be followed.", proof: trace.lost };
  }
  return judge(trace, events, changes);
}

function judge(trace: HandlerTrace, events: readonly AuditEvent[], changes: readonly TraceEvent[]): AuditCoverage {
  const exits = trace.exits.filter(succeeds);
  if (exits.length === 0) {
    return trace.complete && trace.exits.length > 0
      ? { kind: "not-applicable", reason: "The handler never succeeds." }
      : { kind: "indeterminate", reason: "No way through the handler could be followed.", proof: trace.lost };
  }
  // A success that changed nothing ("already gone") needs no event; where no change was recognised, every success does.
  const changed = exits.filter((exit) => changes.some((change) => mayMeet(change.under, exit.under)));
  const owed = changes.length > 0 && changed.length > 0 ? changed : exits;
  // Where no change was seen either, the run ended before it mattered.
  const certain = trace.complete || (changes.length > 0 && followsActor(trace));

  const full = events.filter((event) => event.kept && event.lacks.length === 0);
  const [best] = full;
  if (best !== undefined) {
    const bare = owed.find((exit) => !full.some((event) => covers(event.event, exit, changes)));
    return bare === undefined ? { kind: "audited", by: best, changes } : { kind: "some-paths", by: best, exit: bare, changes, certain };
  }
  const partial = events.filter((event) => event.kept && speaksOfChange(event)).toSorted((a, b) => a.lacks.length - b.lacks.length)[0];
  if (partial?.opaque) return { kind: "indeterminate", reason: "Part of what the audit event names could not be followed.", proof: auditSteps(partial) };
  if (partial !== undefined) return { kind: "incomplete", by: partial, changes, certain };
  const quiet = events.find((event) => !event.kept && event.lacks.length === 0);
  if (quiet !== undefined) return { kind: "debug-only", by: quiet, changes, certain };
  if (!certain) return { kind: "indeterminate", reason: "No audit event was found as far as the handler could be followed.", proof: trace.lost };
  const nearest = events.find((event) => event.kept);
  return { kind: "missing", changes, ...(nearest === undefined ? {} : { nearest }) };
}

/** Every event of a trail; of ordinary logs those that lack one part, or that tell an action and may tell the rest. */
function speaksOfChange({ kind, lacks, opaque }: AuditEvent): boolean {
  return kind === "trail" || lacks.length === 1 || (opaque && !lacks.includes("action"));
}

/**
 * Whether nothing that was not followed can have written an event with an actor: a call into the repository that was
 * left out, but was handed neither the caller nor anything unknown, has none to write.
 */
function followsActor(trace: HandlerTrace): boolean {
  if (trace.complete) return true;
  return (
    trace.lost.length > 0 &&
    trace.lost.every((lost) => {
      const calls = trace.events.filter((event) => event.kind === "call" && compareSpans(event.span, lost.span) === 0);
      return calls.length > 0 && calls.every((event) => event.kind === "call" && !mayKnowActor(event.call));
    })
  );
}

/** A return, or a raised redirect; an answer of 400 and above changed nothing, or says that it failed. */
function succeeds(exit: TraceExit): boolean {
  return exit.status === undefined ? exit.kind === "return" : exit.status < 400;
}

/** On every path to the exit, or at least wherever one of the changes happens. */
function covers(event: TraceEvent, exit: TraceExit, changes: readonly TraceEvent[]): boolean {
  if (exit.after.includes(event.index)) return true;
  const met = changes.filter((change) => mayMeet(change.under, exit.under));
  return met.length > 0 && met.every((change) => follows(event.under, change.under));
}

/** Whether all of `conditions` hold wherever all of `given` hold. */
function follows(conditions: readonly Condition[], given: readonly Condition[]): boolean {
  return conditions.every((condition) => given.some((each) => samePlace(condition, each) && condition.holds === each.holds));
}

/** False where one lies on the branch that the other does not take. */
function mayMeet(some: readonly Condition[], others: readonly Condition[]): boolean {
  return !some.some((condition) => others.some((each) => samePlace(condition, each) && condition.holds !== each.holds));
}

function samePlace(a: Condition, b: Condition): boolean {
  return compareSpans(a.span, b.span) === 0;
}
