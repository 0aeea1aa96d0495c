import type { CallTerm, Term } from "@muster/contract";
import { isAuditName } from "./audit-name.ts";
import { calledName, namesOf, reaches } from "./term.ts";

/** Calls that store what they are given. */
export const writes: ReadonlySet<string> = new Set([
  "add", "add_all", "merge", "create", "acreate", "insert", "insert_one", "insert_many", "save", "asave", "bulk_create", "abulk_create", "bulk_save_objects", "put", "put_item", "append", "write", "index", "execute", "executemany", "log_action", "log_actions",
]);
const publishing = new Set([
  "publish", "emit", "aemit", "send_event", "dispatch", "produce", "put_events", "put_record", "put_records", "put_log_events", "xadd", "basic_publish", "send_and_wait", "capture", "track",
  "record_event", "log_event", "write_event", "publish_event", "log_action", "log_activity", "record_action", "record_activity",
]);
/** Carriers of anything; of events where a class or a topic among the arguments says so. */
export const sends: ReadonlySet<string> = new Set(["send", "asend", "put", "put_nowait", "lpush", "rpush", "enqueue", "send_message", "post", "add_event", "register_event"]);
/** Calls that leave a task to the background. */
export const defers: ReadonlySet<string> = new Set(["add_task", "delay", "apply_async", "send_task", "enqueue", "create_task", "submit", "run_in_executor", "delay_on_commit"]);
/** Functions of libraries that write an activity, by their fully qualified names. */
const activities = new Set(["actstream.action.send", "notifications.signals.notify.send"]);

/** Whether a call hands something to others as an event. */
export function publishes(call: CallTerm): boolean {
  return publishing.has(calledName(call)) || (call.callee.kind === "symbol" && activities.has(call.callee.name));
}

/** Whether the name says how something is written and not what. */
export function carriesAny(name: string): boolean {
  return writes.has(name) || publishing.has(name) || sends.has(name) || defers.has(name);
}

/** Whether a call stores a record of an audit table. */
export function writesRecord(name: string, args: readonly Term[]): boolean {
  if (!writes.has(name)) return false;
  if (args.some((argument) => insertedTable(argument) !== undefined)) return true;
  return args.some((argument) => reaches(argument, isRecord)) && (name !== "execute" || args.some(inserts));
}

const insertion = /^\s*insert\s+(?:or\s+\w+\s+)?into\s+([\w.`"[\]]+)/i;

/** The audit table that a statement written as text inserts into: `INSERT INTO audit_log (…)`. */
export function insertedTable(term: Term): string | undefined {
  let table: string | undefined;
  reaches(term, (part) => {
    const text = part.kind === "const" && typeof part.value === "string" ? part.value : part.kind === "template" && part.parts[0]?.kind === "const" ? part.parts[0].value : undefined;
    const named = typeof text === "string" ? insertion.exec(text)?.[1]?.replaceAll(/[`"[\]]/g, "") : undefined;
    if (named !== undefined && isAuditName(named.split("."))) table = named;
    return table !== undefined;
  });
  return table;
}

/** Building a record does not write it. */
export function isConstruction(name: string): boolean {
  return /^_*[A-Z][a-z]/.test(name);
}

/** A record of an audit table: an object of it, or its class where it is inserted into. */
export function isRecord(term: Term): boolean {
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

function inserts(term: Term): boolean {
  return reaches(term, (part) => part.kind === "call" && calledName(part) === "insert") || reaches(term, (part) => part.kind === "const" && typeof part.value === "string" && /^\s*insert\s+into/i.test(part.value));
}
