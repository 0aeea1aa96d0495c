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
const containers = new Set(["dict", "list", "set", "copy", "deepcopy", "model_dump", "json", "to_dict", "Counter", "defaultdict", "OrderedDict"]);

/** Whether an event destroys or overwrites stored data. */
export function isDestructive(event: TraceEvent): boolean {
  switch (event.kind) {
    case "call":
      return (destructive.has(calledName(event.call)) && isStored(event.call)) || sendsStatement(event.call);
    case "delete":
      return event.target.kind === "item" && event.target.of.kind === "symbol";
    case "set-attribute":
      return false;
    default:
      return event satisfies never;
  }
}

/** Whether an event changes stored data, new records and attributes of loaded ones included. */
export function isChange(event: TraceEvent): boolean {
  if (isDestructive(event)) return true;
  switch (event.kind) {
    case "call":
      return changing.has(calledName(event.call)) && isStored(event.call);
    case "set-attribute":
      return reaches(event.target, (part) => part.kind === "call" || part.kind === "principal");
    case "delete":
      return false;
    default:
      return event satisfies never;
  }
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
