import type { CallTerm, Term, TraceEvent } from "@muster/contract";
import { argumentsOf, calledName, receiverOf } from "./term.ts";

export type Operation = "create" | "update" | "delete";

/** What a change does to which stored class, as far as the code tells. */
export interface Changed {
  readonly operations: readonly Operation[];
  /** In one statement, without loading the objects: an ORM tells nobody about each. */
  readonly isBulk: boolean;
  /** Fully qualified names of the classes; undefined where they are not known. */
  readonly classes: readonly string[] | undefined;
}

const deletes = new Set(["delete", "adelete", "delete_one", "delete_many", "remove", "destroy", "purge", "bulk_delete"]);
const creates = new Set(["create", "acreate", "insert", "insert_one", "bulk_create", "abulk_create"]);
const saves = new Set(["save", "asave", "add", "add_all", "merge"]);
const inBulk = new Set(["update", "aupdate", "bulk_update", "abulk_update", "bulk_create", "abulk_create", "insert_many", "update_many", "delete_many", "execute", "exec", "executemany"]);
/** What stands between a class and a query of its objects. */
const managers = /^(?:objects|_default_manager|_base_manager|query|\w*_?objects|\w*manager)$/;
/** Calls that are given the class of what they find. What narrows a query is given other classes too. */
const finders = new Set(["get", "aget", "get_object_or_404", "aget_object_or_404", "get_list_or_404", "get_or_404", "first_or_404", "select", "query", "scalar", "scalars", "execute", "exec", "find_one"]);

/** What an event that changes stored data does, and to what. */
export function changedBy(event: TraceEvent): Changed {
  switch (event.kind) {
    case "set-attribute":
      return { operations: ["update"], isBulk: false, classes: classesIn(event.target) };
    case "delete":
      return { operations: ["delete"], isBulk: false, classes: undefined };
    case "call":
      return ofCall(event.call);
    default:
      return event satisfies never;
  }
}

function ofCall(call: CallTerm): Changed {
  const name = calledName(call);
  const receiver = receiverOf(call);
  const operations: readonly Operation[] = [deletes.has(name) ? "delete" : creates.has(name) || (saves.has(name) && isNew(call)) ? "create" : "update"];
  const ofReceiver = receiver && classesIn(receiver);
  // `session.query(Item).delete()` is one statement; `Item.objects.filter(…).delete()` loads, and tells of, each object.
  const isQuery = receiver?.kind === "call" && deletes.has(name) && mentions(receiver, "query");
  const isStatement = receiver === undefined || (call.callee.kind === "symbol" && call.callee.name.startsWith("sqlalchemy"));
  return { operations, isBulk: inBulk.has(name) || isQuery || (isStatement && name !== "setattr"), classes: ofReceiver ?? firstClasses(argumentsOf(call)) };
}

/** Saving an object that was just made. */
function isNew(call: CallTerm): boolean {
  const receiver = receiverOf(call);
  const saved = calledName(call).endsWith("save") ? receiver : argumentsOf(call)[0];
  return saved?.kind === "instance" || (saved?.kind === "call" && saved.callee.kind === "symbol" && isClass(saved.callee.name));
}

function firstClasses(terms: readonly Term[]): readonly string[] | undefined {
  for (const term of terms) {
    const classes = classesIn(term);
    if (classes) return classes;
  }
  return undefined;
}

/** The class of what a term stands for: an object of it, one that was looked up, or a query of them. */
function classesIn(term: Term, depth = 12): readonly string[] | undefined {
  if (depth === 0) return undefined;
  switch (term.kind) {
    case "instance":
      return isClass(term.class) && !isLibraryClass(term.class) ? [term.class] : undefined;
    case "symbol":
      return isClass(term.name) && !isLibraryClass(term.name) ? [term.name] : undefined;
    case "attribute":
      return managers.test(term.name) ? classesIn(term.of, depth - 1) : undefined;
    case "element":
    case "item":
      return classesIn(term.of, depth - 1);
    case "either": {
      const all = term.options.map((option) => (option.kind === "const" && option.value === null ? [] : classesIn(option, depth - 1)));
      return all.some((one) => one === undefined) ? undefined : [...new Set(all.flatMap((one) => one ?? []))];
    }
    case "call": {
      const receiver = receiverOf(term);
      const own = receiver && classesIn(receiver, depth - 1);
      if (own) return own;
      if (term.callee.kind === "symbol" && isClass(term.callee.name) && !isLibraryClass(term.callee.name)) return [term.callee.name];
      return finders.has(calledName(term)) ? firstClasses(term.args.slice(0, 1)) : undefined;
    }
    case "collection":
      return firstClasses(term.items);
    case "const":
    case "input":
    case "principal":
    case "operation":
    case "dict":
    case "template":
    case "unknown":
      return undefined;
    default:
      return term satisfies never;
  }
}

function isClass(name: string): boolean {
  return /(?:^|\.)[A-Z]\w*$/.test(name);
}

/** Sessions and connections are no stored objects. */
function isLibraryClass(name: string): boolean {
  return /^(?:sqlalchemy|sqlmodel|django\.db|motor|pymongo|redis|tortoise)\./.test(name) || /(?:Session|Connection|Engine|Client|Service|Repository|Manager|Serializer)$/.test(name);
}

function mentions(term: Term, method: string): boolean {
  let at: Term | undefined = term;
  while (at !== undefined) {
    if (at.kind === "call") {
      if (calledName(at) === method) return true;
      at = at.callee;
    } else at = at.kind === "attribute" ? at.of : undefined;
  }
  return false;
}
