import { compareSpans, type Condition, type Endpoint, type HandlerTrace, type JudgeInput, type Step, type TraceEvent, type TraceExit } from "@muster/contract";
import { auditEvents, type AuditEvent } from "./audit-event.ts";
import { isChange, isDestructive } from "./change.ts";
import { holdsOnSuccess } from "./decide.ts";
import { mayKnowActor } from "./names-actor.ts";
import { isSameCondition } from "./same-condition.ts";
import { argumentsOf, reaches } from "./term.ts";
import { surroundingEvents, type SurroundingEvents } from "./surrounding-events.ts";
import { watchedChanges, type Watched } from "./watchers/watched-changes.ts";
import { auditSteps, placeText } from "./wording.ts";

/** Whether what an endpoint changes is written down, with what shows it. */
export type AuditCoverage =
  | { readonly kind: "not-applicable"; readonly reason: string }
  | { readonly kind: "indeterminate"; readonly reason: string; readonly proof: readonly Step[] }
  | { readonly kind: "audited"; readonly by: AuditEvent; readonly changes: readonly TraceEvent[]; readonly trace: HandlerTrace; readonly events: readonly AuditEvent[] }
  /** Some way to success passes by the event. */
  | { readonly kind: "some-paths"; readonly by: AuditEvent; readonly exit: TraceExit; readonly changes: readonly TraceEvent[]; readonly certain: boolean }
  /** The best event there is leaves something out. */
  | { readonly kind: "incomplete"; readonly by: AuditEvent; readonly changes: readonly TraceEvent[]; readonly certain: boolean }
  | { readonly kind: "debug-only"; readonly by: AuditEvent; readonly changes: readonly TraceEvent[]; readonly certain: boolean }
  /** `nearest` is a log that names too little to count. */
  | { readonly kind: "missing"; readonly nearest?: AuditEvent; readonly changes: readonly TraceEvent[] };

const alwaysMutates = new Set(["DELETE", "PUT", "PATCH"]);

/** Rules and controls ask for the same: by the handler's run, which is there once. */
const known: WeakMap<HandlerTrace, Map<string, AuditCoverage>> = new WeakMap();

export function auditCoverage(input: Pick<JudgeInput, "trace" | "declarations">, endpoint: Endpoint): AuditCoverage {
  const always = alwaysMutates.has(endpoint.method);
  if (!always && endpoint.method !== "POST") return { kind: "not-applicable", reason: `${endpoint.method} is no method that destroys or overwrites.` };
  const trace = input.trace(endpoint.id);
  if (trace === undefined) return { kind: "indeterminate", reason: "The handler could not be followed.", proof: [] };
  const byEndpoint = known.get(trace) ?? new Map<string, AuditCoverage>();
  known.set(trace, byEndpoint);
  let coverage = byEndpoint.get(endpoint.id);
  if (!coverage) byEndpoint.set(endpoint.id, (coverage = coverageOf(input, endpoint, trace, always)));
  return coverage;
}

function coverageOf(input: Pick<JudgeInput, "declarations">, endpoint: Endpoint, trace: HandlerTrace, always: boolean): AuditCoverage {
  const own = auditEvents({ kind: "handler", endpoint }, trace);
  const trail = new Set(own.filter((each) => each.kind === "trail").map((each) => each.event.index));
  // What writes the audit record is no change that needs one; nor is what only happens where a lookup found nothing and raised.
  const changes = trace.events.filter((event) => !trail.has(event.index) && isChange(event) && !event.under.some((condition) => holdsOnSuccess(condition, { endpoint }) === false));
  if (!always && !changes.some((change) => isDestructive(change) && !(isCreation(endpoint) && !touchesPath(change)))) {
    return trace.complete
      ? { kind: "not-applicable", reason: "The POST destroys or overwrites nothing." }
      : { kind: "indeterminate", reason: "Whether the POST destroys or overwrites something could not be followed.", proof: trace.lost };
  }
  return judge(trace, own, changes, watchedChanges(input, changes), surroundingEvents(endpoint, trace));
}

function judge(trace: HandlerTrace, own: readonly AuditEvent[], changes: readonly TraceEvent[], watched: Watched, around: SurroundingEvents): AuditCoverage {
  const exits = trace.exits.filter(succeeds);
  if (exits.length === 0) {
    return trace.complete && trace.exits.length > 0
      ? { kind: "not-applicable", reason: "The handler never succeeds." }
      : { kind: "indeterminate", reason: "No way through the handler could be followed.", proof: trace.lost };
  }
  if (changes.length === 0 && exits.every(redirects)) return { kind: "not-applicable", reason: "The handler does nothing but redirect." };
  // A success that changed nothing ("already gone") needs no event; where no change was recognised, every success does.
  const changed = exits.filter((exit) => changes.some((change) => mayMeet(change.under, exit.under)));
  const owed = changes.length > 0 && changed.length > 0 ? changed : exits;
  // Where no change was seen either, the run ended before it mattered.
  const certain = trace.complete || (changes.length > 0 && followsActor(trace));
  const events = [...own.filter((event) => !isOfFailure(event, owed, changes) && !event.event.under.some(saysFailure)), ...watched.events];

  const full = events.filter(isFull);
  const [best] = full;
  const bare = owed.find((exit) => !isCovered(exit, full, changes));
  if (best !== undefined && bare === undefined) return { kind: "audited", by: best, changes, trace, events };
  const ofMiddleware = around.sure.find(isFull);
  if (ofMiddleware !== undefined) return { kind: "audited", by: ofMiddleware, changes, trace, events };
  const doubt = doubtOf(watched, around);
  if (doubt !== undefined) return doubt;
  if (best !== undefined && bare !== undefined) return { kind: "some-paths", by: best, exit: bare, changes, certain };
  const partial = [...events, ...around.sure].filter((event) => event.kept && speaksOfChange(event, changes)).toSorted((a, b) => a.lacks.length - b.lacks.length)[0];
  if (partial?.opaque) return { kind: "indeterminate", reason: "Part of what the audit event names could not be followed.", proof: auditSteps(partial) };
  if (partial !== undefined) return { kind: "incomplete", by: partial, changes, certain };
  const quiet = events.find((event) => !event.kept && event.lacks.length === 0 && isBeside(event, changes));
  if (quiet !== undefined) return { kind: "debug-only", by: quiet, changes, certain };
  if (!certain) return { kind: "indeterminate", reason: "No audit event was found as far as the handler could be followed.", proof: trace.lost };
  // Whatever is told of changes may be told of one that was not recognised.
  if (changes.length === 0 && (watched.isWatching || !handsOnChosen(trace))) return { kind: "indeterminate", reason: "No change of stored data was recognised, and no audit event.", proof: [] };
  // One that tells no object, and is not always written, may speak of anything: of the request, of a configuration.
  const nearest = events.find((event) => event.kept && (!event.lacks.includes("object") || event.event.under.length === 0) && isBeside(event, changes));
  return { kind: "missing", changes, ...(nearest === undefined ? {} : { nearest }) };
}

function isFull(event: AuditEvent): boolean {
  return event.kept && event.lacks.length === 0;
}

/** What makes something new may clear away what stood in its place: that belongs to the making, unless the request's path names it. */
function isCreation({ handler }: Endpoint): boolean {
  return /^_*(?:create|add|new|register|upload|insert|sign_?up|submit|import)(?![a-z])/.test(handler.symbol.slice(handler.symbol.lastIndexOf(".") + 1));
}

function touchesPath(change: TraceEvent): boolean {
  return reaches(change.kind === "call" ? change.call : change.target, (part) => part.kind === "input" && part.source === "path");
}

/** What may write the event, and could not be decided. */
function doubtOf(watched: Watched, around: SurroundingEvents): AuditCoverage | undefined {
  const [told] = watched.maybe;
  if (told !== undefined) return { kind: "indeterminate", reason: `What is set up at ${placeText(told.steps[0]?.span ?? told.span)} may record the change: whether it is told of this object could not be decided.`, proof: auditSteps(told) };
  const [one] = around.maybe;
  if (one === undefined) return undefined;
  const why = one.event === undefined ? "it could not be followed" : "on what it depends could not be decided";
  return { kind: "indeterminate", reason: `The middleware ${one.name} may record the change: ${why}.`, proof: one.event === undefined ? [{ span: one.around.span, note: `${one.name} runs around the handler` }] : auditSteps(one.event) };
}

/** Every event of a trail; of ordinary logs beside a change those that lack one part, or that tell an action and may tell the rest. */
function speaksOfChange(event: AuditEvent, changes: readonly TraceEvent[]): boolean {
  const { kind, lacks, opaque } = event;
  return kind === "trail" || (isBeside(event, changes) && (lacks.length === 1 || (opaque && !lacks.includes("action"))));
}

/** In the handler itself, or in a function that makes a change: a log elsewhere speaks of something else (a mail, a call of another service). */
function isBeside({ event }: AuditEvent, changes: readonly TraceEvent[]): boolean {
  return event.through.length === 0 || changes.some((change) => change.through.length >= event.through.length && event.through.every((step, index) => isSameStep(step, change.through[index])));
}

function isSameStep(a: Step, b: Step | undefined): boolean {
  return b !== undefined && compareSpans(a.span, b.span) === 0 && a.note === b.note;
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

/** Whether something outside of what was followed is handed what the request chose: it may be what changes it. */
function handsOnChosen(trace: HandlerTrace): boolean {
  return trace.events.some((event) => event.kind === "call" && argumentsOf(event.call).some((argument) => reaches(argument, (part) => part.kind === "input" && part.source !== "header" && part.source !== "cookie" && part.source !== "request")));
}

function redirects(exit: TraceExit): boolean {
  return (exit.status !== undefined && exit.status >= 300 && exit.status < 400) || reaches(exit.value, (part) => /(?:^|\.)(?:HttpResponse\w*Redirect|RedirectResponse|redirect)$/.test(part.kind === "instance" ? part.class : part.kind === "symbol" ? part.name : ""));
}

/** A return, or a raised redirect; an answer of 400 and above changed nothing, or says that it failed. */
function succeeds(exit: TraceExit): boolean {
  return exit.status === undefined ? exit.kind === "return" : exit.status < 400;
}

/** An event is written on every path to the exit, or at least wherever one of the changes happens. */
function isCovered(exit: TraceExit, events: readonly AuditEvent[], changes: readonly TraceEvent[]): boolean {
  if (events.some(({ event }) => exit.after.includes(event.index))) return true;
  const met = changes.filter((change) => mayMeet(change.under, exit.under));
  return met.length > 0 && met.every((change) => events.some(({ event }) => event.index === change.index) || isTold(change, exit, events, changes));
}

/** Whether an event is written wherever a change happens: one on each way, or one on either branch of a condition. */
function isTold(change: TraceEvent, exit: TraceExit, events: readonly AuditEvent[], changes: readonly TraceEvent[]): boolean {
  const open = events
    .filter(({ event }) => !passesBy(exit, change, event))
    .map(({ event }) => event.under.filter((condition) => !asksWhatChanged(condition, changes) && !follows([condition], change.under)));
  return open.some(([first, ...others]) => others.length === 0 && (first === undefined || open.some(([second, ...more]) => more.length === 0 && second !== undefined && isSameCondition(first, second) && first.holds !== second.holds)));
}

/** `if result.rowcount:`: where the change itself says that there was nothing to change, no event is owed. */
function asksWhatChanged({ term }: Condition, changes: readonly TraceEvent[]): boolean {
  return reaches(term, (part) => part.kind === "call" && changes.some((change) => change.kind === "call" && compareSpans(change.call.span, part.span) === 0));
}

/** Where nothing but an exception keeps an event from the way of a change: it is written for what failed. */
function passesBy(exit: TraceExit, change: TraceEvent, event: TraceEvent): boolean {
  // What a dependency writes once the handler has answered comes before it in the run.
  return event.index > change.index && exit.after.includes(change.index) && !exit.after.includes(event.index) && follows(event.under, exit.under);
}

/** `if response.status_code >= 400`, of the answer that is about to be given. */
function saysFailure(condition: Condition): boolean {
  const { term, holds } = condition;
  if (!holds || term.kind !== "operation" || ![">=", ">", "=="].includes(term.operator)) return false;
  const limit = term.operands[1];
  return limit?.kind === "const" && typeof limit.value === "number" && limit.value >= 399 && limit.value < 600;
}

/** On no way to a success: it tells of what failed. */
function isOfFailure({ event }: AuditEvent, owed: readonly TraceExit[], changes: readonly TraceEvent[]): boolean {
  return changes.length > 0 && owed.every((exit) => changes.some((change) => passesBy(exit, change, event)));
}

/** Whether all of `conditions` hold wherever all of `given` hold. */
function follows(conditions: readonly Condition[], given: readonly Condition[]): boolean {
  return conditions.every((condition) => given.some((each) => isSameCondition(condition, each) && condition.holds === each.holds));
}

/** False where one lies on the branch that the other does not take. */
function mayMeet(some: readonly Condition[], others: readonly Condition[]): boolean {
  return !some.some((condition) => others.some((each) => isSameCondition(condition, each) && condition.holds !== each.holds));
}
