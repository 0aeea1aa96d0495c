import type { CallTerm, HandlerTrace, Span, Step, Term, TraceEvent } from "@muster/contract";
import { isAuditName, isAuditPath } from "./audit-name.ts";
import { boundContext, logLevel } from "./logger.ts";
import { namesAction } from "./names-action.ts";
import { namesActor } from "./names-actor.ts";
import { namesObject } from "./names-object.ts";
import type { Scene } from "./scene.ts";
import { shownTerms } from "./shown-terms.ts";
import { argumentsOf, calledName, namesOf, reaches, receiverOf } from "./term.ts";
import { carriesAny, defers, isConstruction, isRecord, publishes, sends, writes, writesRecord } from "./written.ts";

/** What an audit event must name. */
export type Part = "actor" | "object" | "action";

/** Something that writes down what happened, and what it leaves out. */
export interface AuditEvent {
  /** What stands for it in the handler's run: the call itself, or the change that makes it be written. */
  readonly event: TraceEvent;
  /** `log`: an ordinary logger, or a message that is published. `trail`: an audit logger, record or function, which is meant to say it all. */
  readonly kind: "log" | "trail";
  /** False for debug and trace logs. */
  readonly kept: boolean;
  readonly lacks: readonly Part[];
  /** True when some of what is written could not be followed: what it lacks may be there. */
  readonly opaque: boolean;
  /** Where it is written. */
  readonly span: Span;
  /** The way there. */
  readonly steps: readonly Step[];
  /** The call that writes it; absent where a library or what could not be followed does. */
  readonly call?: CallTerm;
  /** The library that writes it by itself. */
  readonly library?: string;
}

const reads = new Set([
  "get", "select", "query", "filter", "filter_by", "where", "all", "first", "one", "scalar", "scalars", "fetchall", "fetchone", "find", "find_one", "order_by", "limit", "values", "commit", "refresh", "flush",
  "exists", "count", "exclude", "values_list", "select_related", "prefetch_related", "annotate", "aggregate", "last", "latest", "in_bulk", "none", "distinct", "using", "aget", "afirst", "pop",
]);
/** Calls on a logger or a trail that configure it or look at it. */
const silent = /^(?:bind|new|opt|unbind|try_unbind|getChild|setLevel|addHandler|addFilter|isEnabledFor|(?:is|has|get|list|find|read|load|fetch|count|search)_\w+)$|logger$/i;
/** Pushes to browsers: told, not recorded. */
const pushes = new Set(["sio", "socketio", "ws", "websocket", "websockets"]);
const contextBinders = new Set(["bind_contextvars", "bind_threadlocal", "contextualize"]);

/** Everything in a trace that may be an audit event, in order. */
export function auditEvents(scene: Scene, trace: HandlerTrace): readonly AuditEvent[] {
  const context: Term[] = [];
  const found: AuditEvent[] = [];
  for (const event of trace.events) {
    if (event.kind !== "call") continue;
    const { call } = event;
    if (contextBinders.has(calledName(call))) {
      context.push(...argumentsOf(call));
      continue;
    }
    const level = logLevel(call);
    const written = level !== undefined || isPublication(event, call);
    const hidden = isChosenFromTable(call) && inAuditFunction(event);
    const trail = hidden || isTrail(event, call) || (written && (isAuditLogger(call) || inAuditFunction(event)));
    if (!written && !trail) continue;
    const content = [...argumentsOf(call), ...ownContent(call), ...(level === undefined ? [] : [...boundContext(call), ...context])];
    found.push({ event, kind: trail ? "trail" : "log", kept: level !== "dropped", lacks: lacksOf(scene, call, content), opaque: hidden || call.open === true || content.some(isOpaque), span: event.span, steps: event.through, call });
  }
  return found;
}

function lacksOf(scene: Scene, call: CallTerm, content: readonly Term[]): readonly Part[] {
  const lacks: Part[] = [];
  if (!namesActor(content, scene)) lacks.push("actor");
  if (!namesObject(content, scene)) lacks.push("object");
  if (!namesAction(content, ownVerb(call), scene)) lacks.push("action");
  return lacks;
}

/** The name of a call that says what happened (`audit.item_deleted(...)`); empty for `add`, `info`, `publish`, which say how it is written. */
function ownVerb(call: CallTerm): string {
  const name = calledName(call);
  return carriesAny(name) || logLevel(call) !== undefined ? "" : name;
}

/** `logging.getLogger("audit")`, `logger.bind(audit=True)`, `logger.info(..., extra={"audit": True})`. */
function isAuditLogger(call: CallTerm): boolean {
  const receiver = receiverOf(call);
  if (call.keywords.some((keyword) => isMarked(keyword.value))) return true;
  return receiver !== undefined && reaches(receiver, (part) => (part.kind === "const" && typeof part.value === "string" && isAuditName([part.value])) || isMarked(part));
}

function isMarked(term: Term): boolean {
  if (term.kind === "dict") return term.entries.some((entry) => entry.key.kind === "const" && typeof entry.key.value === "string" && isAuditName([entry.key.value]));
  return term.kind === "call" && term.keywords.some((keyword) => isAuditName([keyword.name]));
}

/** Inside a function or class that is named for auditing: `app.trail.AuditLogger.log_write`. */
function inAuditFunction(event: TraceEvent): boolean {
  return event.through.some((step) => isAuditName(step.note.split(".")));
}

const eventFunction = /^_?(?:record|log|write|publish|emit|track|store|save)_(?:\w+_)?(?:event|activity|action)s?$/;

/** Inside of a function of the repository that by its name records events: what it stores or hands on is one, wherever that goes (`record_event` → `task.delay(event)`). */
function inEventFunction(event: TraceEvent): boolean {
  return event.through.some(({ note }) => eventFunction.test(note.split(".").at(-1) ?? ""));
}

/** `writers[request.resolver_match.url_name](request)`: which function writes is looked up while the program runs. */
function isChosenFromTable({ callee }: CallTerm): boolean {
  return callee.kind === "item" || callee.kind === "either" || (callee.kind === "call" && calledName(callee) === "get");
}

/** A declared column says which attribute was read, and not of whose record. */
const columns = new Set(["mapped_column", "Column", "relationship"]);

function isOpaque(term: Term): boolean {
  return [...shownTerms(term)].some((part) => part.kind === "unknown" || (part.kind === "call" && columns.has(calledName(part))));
}

/** `AuditEntry(actor=..., ...).save()`: the record is what the method is called on. */
function ownContent(call: CallTerm): readonly Term[] {
  const receiver = receiverOf(call);
  return receiver !== undefined && isRecord(receiver) ? [receiver] : [];
}

function isTrail(event: TraceEvent, call: CallTerm): boolean {
  const name = calledName(call);
  const args = argumentsOf(call);
  if (reads.has(name) || silent.test(name) || isConstruction(name)) return false;
  if (defers.has(name) && [call.callee, ...args].some((each) => isAuditName(namesOf(each)))) return true;
  if (writesRecord(name, args)) return true;
  if (isAuditName(namesOf(call.callee))) return true;
  return carriesAny(name) && !storesObjects.has(name) && inAuditModule(event) && !writesOtherRecord(name, args) && argumentsCarry(args);
}

/** A message to others, which may serve as the audit event. */
function isPublication(event: TraceEvent, call: CallTerm): boolean {
  const name = calledName(call);
  if (namesOf(call.callee).some((each) => pushes.has(each))) return false;
  if (inEventFunction(event) && carriesAny(name) && argumentsOf(call).length > 0) return true;
  return publishes(call) || (sends.has(name) && argumentsOf(call).some((argument) => reaches(argument, isPublished)));
}

/** What an ORM stores is an audit record by its own name, and not by the module that stores it. */
const storesObjects = new Set(["save", "asave", "add", "add_all", "merge", "create", "acreate", "bulk_create", "abulk_create", "bulk_save_objects"]);

/** In an audit module, or in what it calls. */
function inAuditModule(event: TraceEvent): boolean {
  return isAuditPath(event.span.path) || isAuditPath(event.through.at(-1)?.span.path ?? "");
}

/** In an audit module, `session.add(session_row)` of some other table is no audit event. */
function writesOtherRecord(name: string, args: readonly Term[]): boolean {
  return writes.has(name) && args.some((argument) => argument.kind === "instance" && !isRecord(argument));
}

/** In an audit module, a call that takes only constants and settings writes nothing about a request. */
function argumentsCarry(args: readonly Term[]): boolean {
  return args.some((argument) => reaches(argument, (part) => part.kind === "principal"));
}

const eventClass = /Event$/;
const topic = /audit|(?:^|[._-])events?(?:$|[._-])/i;

function isPublished(term: Term): boolean {
  if (term.kind === "const") return typeof term.value === "string" && topic.test(term.value);
  if (term.kind === "instance") return eventClass.test(term.class) || isRecord(term);
  return term.kind === "call" && (eventClass.test(calledName(term)) || isRecord(term));
}
