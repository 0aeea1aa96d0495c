import type { CallTerm, Endpoint, HandlerTrace, Term, TraceEvent } from "@muster/contract";
import { namesAction, namesActor, namesObject } from "./audit-content.ts";
import { isAuditName, isAuditPath } from "./audit-name.ts";
import { boundContext, logLevel } from "./logger.ts";
import { shownTerms } from "./shown-terms.ts";
import { argumentsOf, calledName, namesOf, reaches, receiverOf } from "./term.ts";

/** What an audit event must name. */
export type Part = "actor" | "object" | "action";

/** A call that writes down what happened, and what it leaves out. */
export interface AuditEvent {
  readonly event: TraceEvent;
  /** `log`: an ordinary logger, or a message that is published. `trail`: an audit logger, record or function, which is meant to say it all. */
  readonly kind: "log" | "trail";
  /** False for debug and trace logs. */
  readonly kept: boolean;
  readonly lacks: readonly Part[];
  /** True when some of what is written could not be followed: what it lacks may be there. */
  readonly opaque: boolean;
}

const writes = new Set([
  "add", "add_all", "merge", "create", "acreate", "insert", "insert_one", "insert_many", "save", "asave", "bulk_create", "bulk_save_objects", "put", "put_item", "append", "write", "index", "execute",
]);
const publishes = new Set([
  "publish", "emit", "aemit", "send_event", "dispatch", "produce", "put_events", "put_record", "put_records", "xadd", "basic_publish", "send_and_wait", "capture", "track",
  "record_event", "log_event", "write_event", "publish_event", "log_action", "log_activity", "record_action", "record_activity",
]);
/** Carriers of anything; of events where a class or a topic among the arguments says so. */
const sends = new Set(["send", "asend", "put", "put_nowait", "lpush", "rpush", "enqueue", "send_message", "post", "add_event", "register_event"]);
const defers = new Set(["add_task", "delay", "apply_async", "send_task", "enqueue", "create_task", "submit", "run_in_executor"]);
const reads = new Set(["get", "select", "query", "filter", "filter_by", "where", "all", "first", "one", "scalar", "scalars", "fetchall", "fetchone", "find", "find_one", "order_by", "limit", "values", "commit", "refresh", "flush"]);
/** Calls on a logger or a trail that configure it or look at it. */
const silent = /^(?:bind|new|opt|unbind|try_unbind|getChild|setLevel|addHandler|addFilter|isEnabledFor|(?:is|has|get|list|find|read|load|fetch|count|search)_\w+)$|logger$/i;
/** Pushes to browsers: told, not recorded. */
const pushes = new Set(["sio", "socketio", "ws", "websocket", "websockets"]);
const contextBinders = new Set(["bind_contextvars", "bind_threadlocal", "contextualize"]);
const eventClass = /Event$/;
const topic = /audit|(?:^|[._-])events?(?:$|[._-])/i;

/** Everything in a trace that may be an audit event, in order. */
export function auditEvents(endpoint: Endpoint, trace: HandlerTrace): readonly AuditEvent[] {
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
    const written = level !== undefined || isPublication(call);
    const trail = isTrail(event, call) || (written && (isAuditLogger(call) || inAuditFunction(event)));
    if (!written && !trail) continue;
    const content = [...argumentsOf(call), ...ownContent(call), ...(level === undefined ? [] : [...boundContext(call), ...context])];
    found.push({ event, kind: trail ? "trail" : "log", kept: level !== "dropped", lacks: lacksOf(endpoint, call, content), opaque: content.some(isOpaque) });
  }
  return found;
}

function lacksOf(endpoint: Endpoint, call: CallTerm, content: readonly Term[]): readonly Part[] {
  const lacks: Part[] = [];
  if (!namesActor(content)) lacks.push("actor");
  if (!namesObject(content, endpoint)) lacks.push("object");
  if (!namesAction(content, ownVerb(call), endpoint)) lacks.push("action");
  return lacks;
}

/** The name of a call that says what happened (`audit.item_deleted(...)`); empty for `add`, `info`, `publish`, which say how it is written. */
function ownVerb(call: CallTerm): string {
  const name = calledName(call);
  return writes.has(name) || publishes.has(name) || sends.has(name) || defers.has(name) || logLevel(call) !== undefined ? "" : name;
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
  if (writes.has(name) && args.some((argument) => reaches(argument, isRecord)) && !(name === "execute" && !args.some(inserts))) return true;
  if (isAuditName(namesOf(call.callee))) return true;
  return args.length > 0 && inAuditModule(event) && !writesOtherRecord(name, args) && argumentsCarry(args);
}

/** A message to others, which may serve as the audit event. */
function isPublication(call: CallTerm): boolean {
  const name = calledName(call);
  if (namesOf(call.callee).some((each) => pushes.has(each))) return false;
  return publishes.has(name) || (sends.has(name) && argumentsOf(call).some((argument) => reaches(argument, isPublished)));
}

/** Building a record does not write it. */
function isConstruction(name: string): boolean {
  return /^_*[A-Z][a-z]/.test(name);
}

function inAuditModule(event: TraceEvent): boolean {
  return isAuditPath(event.span.path) || event.through.some((step) => isAuditPath(step.span.path));
}

/** In an audit module, `session.add(session_row)` of some other table is no audit event. */
function writesOtherRecord(name: string, args: readonly Term[]): boolean {
  return writes.has(name) && args.some((argument) => argument.kind === "instance" && !isRecord(argument));
}

/** In an audit module, a call that takes only constants and settings (`open(path)`) writes nothing about a request. */
function argumentsCarry(args: readonly Term[]): boolean {
  return args.some((argument) => reaches(argument, (part) => part.kind === "principal"));
}

function isRecord(term: Term): boolean {
  switch (term.kind) {
    case "instance":
      return isAuditName(namesOf(term).slice(-1));
    case "symbol":
      return isConstruction(namesOf(term).at(-1) ?? "") && isAuditName(namesOf(term).slice(-1));
    case "call":
      return isConstruction(calledName(term)) && isAuditName([calledName(term)]);
    default:
      return false;
  }
}

function isPublished(term: Term): boolean {
  if (term.kind === "const") return typeof term.value === "string" && topic.test(term.value);
  if (term.kind === "instance") return eventClass.test(term.class) || isRecord(term);
  return term.kind === "call" && (eventClass.test(calledName(term)) || isRecord(term));
}

function inserts(term: Term): boolean {
  return reaches(term, (part) => part.kind === "call" && calledName(part) === "insert") || reaches(term, (part) => part.kind === "const" && typeof part.value === "string" && /^\s*insert\s+into/i.test(part.value));
}
