import type { CallTerm, Term, TraceEvent } from "@muster/contract";
import { argumentsOf, calledName, namesOf, reaches, receiverOf } from "./term.ts";

/**
 * Calls that destroy or overwrite stored data, by the last name called. Short on purpose: it decides which POST
 * handlers need an audit event.
 */
const destructive = new Set([
  "delete", "adelete", "delete_one", "delete_many", "bulk_delete", "delete_item", "delete_object", "delete_objects", "find_one_and_delete",
  "remove", "purge", "destroy", "truncate", "drop", "revoke", "cancel", "terminate", "deactivate",
  "update", "aupdate", "update_one", "update_many", "bulk_update", "update_item", "replace_one", "find_one_and_update", "find_one_and_replace",
]);
/** Calls that change stored data in any way; with the above, what an event has to stand beside. */
const changing = new Set([
  "add", "add_all", "merge", "save", "asave", "create", "acreate", "insert", "insert_one", "insert_many", "bulk_create", "put_item", "put_object", "commit", "setattr", "sqlmodel_update",
]);
const statement = /^\s*(?:delete\s+from|update\s+\S+\s+set|truncate|drop\s)/i;
/** Calls that take a statement as text. */
const executes = new Set(["execute", "executemany", "execute_many", "exec", "exec_driver_sql", "raw", "fetch", "fetchrow", "fetchval", "fetch_one", "fetch_all"]);
/** Where the same names work on memory, on caches and on scratch files. */
const elsewhere = new Set(["hashlib", "hmac", "asyncio", "os", "shutil", "pathlib", "tempfile", "cache", "caches"]);
const containers = new Set(["dict", "list", "set", "frozenset", "copy", "deepcopy", "model_dump", "json", "to_dict", "Counter", "defaultdict", "OrderedDict", "setdefault", "keys", "split", "deque"]);
const mappings = /(?:Query|Multi|Ordered|Immutable|Default|Combined)\w*Dict$|Mapping$/;
/** Attributes of what answers, and of the request: no stored data. */
const answering = new Set(["status_code", "status", "headers", "cookies", "body", "content", "media_type", "content_type", "data", "context"]);
const answers = /(?:Response|Redirect|Request|Context|Form|Serializer|Config)$/;

/** Whether an event destroys or overwrites stored data. */
export function isDestructive(event: TraceEvent): boolean {
  switch (event.kind) {
    case "call":
      return (destructive.has(calledName(event.call)) && isStored(event.call) && !isLaunch(event.call)) || sendsStatement(event.call);
    case "delete":
      return event.target.kind === "item" && event.target.of.kind === "symbol";
    case "set-attribute":
      return false;
    default:
      return event satisfies never;
  }
}

/** `project.update()`: with nothing to change things to, a method of the repository's own that sets something going. */
function isLaunch(call: CallTerm): boolean {
  return /^a?update$/.test(calledName(call)) && argumentsOf(call).length === 0 && receiverOf(call) !== undefined && call.open !== true;
}

/** Whether an event changes stored data, new records and attributes of loaded ones included. */
export function isChange(event: TraceEvent): boolean {
  if (isDestructive(event)) return true;
  switch (event.kind) {
    case "call":
      return changing.has(calledName(event.call)) && isStored(event.call);
    case "set-attribute":
      return isLoaded(event.target) && !(answering.has(event.name) && isAnswer(event.target));
    case "delete":
      return false;
    default:
      return event satisfies never;
  }
}

/** Something that was looked up, or the caller's own record; what code keeps for itself, and what is kept on the request, is not stored. */
function isLoaded(target: Term): boolean {
  switch (target.kind) {
    case "call":
      return !containers.has(calledName(target)) && !isAnswer(target);
    case "principal":
      return true;
    case "attribute":
    case "item":
    case "element":
      return isLoaded(target.of);
    case "either":
      return target.options.some(isLoaded);
    default:
      return false;
  }
}

function isAnswer(target: Term): boolean {
  return target.kind === "call" && answers.test(calledName(target));
}

/** False for `payload.update(...)`, `digest.update(...)`, `names.remove(...)`: nothing stored is touched. */
function isStored(call: CallTerm): boolean {
  const receiver = receiverOf(call);
  if (receiver === undefined) return true;
  switch (receiver.kind) {
    case "dict":
    case "collection":
    case "const":
    case "template":
    case "operation":
    case "input":
      return false;
    case "call":
      if (containers.has(calledName(receiver))) return false;
      break;
    case "instance":
      if (mappings.test(receiver.class)) return false;
      break;
    default:
      break;
  }
  return !namesOf(receiver).some((name) => elsewhere.has(name.toLowerCase()));
}

/** Whether a statement in SQL that destroys or overwrites is among the arguments. */
function sendsStatement(call: CallTerm): boolean {
  return executes.has(calledName(call)) && argumentsOf(call).some((argument) => reaches(argument, isStatement));
}

function isStatement(term: Term): boolean {
  return term.kind === "const" && typeof term.value === "string" && statement.test(term.value);
}
