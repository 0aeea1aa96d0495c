import type { CallTerm, Term } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import { isMutatingSql, sqlOf } from "../sql-text.ts";
import type { Touch } from "./mutation.ts";
import { isFound, isKeyedStore } from "./receiver.ts";

const running = new Set(["execute", "exec", "scalars", "scalar", "fetch_one", "fetch_all"]);
const options = new Set(["synchronize_session", "using", "link_rule", "session", "recursive", "delete_nullable", "silent", "ignore_revision", "skip_actions"]);
const writers = new Set(["save", "asave", "bulk_update", "bulk_update_mappings", "merge", "replace"]);

/** Deletes and updates of SQLAlchemy, SQLModel, Django, Tortoise and of SQL written as text. */
export function touchedRows(call: CallTerm): Touch | undefined {
  const sql = sqlOf(call);
  if (sql) {
    return isMutatingSql(sql) ? { verb: /\bDELETE\s+FROM\b/i.test(sql.text) ? "deletes" : "changes", target: call, certain: true } : undefined;
  }
  const name = calledName(call);
  const receiver = call.callee.kind === "attribute" ? call.callee.of : undefined;
  const [first] = call.args;
  // `session.execute(delete(Item).where(…))`, and peewee's `Item.delete().where(…).execute()`.
  const run = running.has(name) ? (first ?? receiver) : undefined;
  if (run) {
    const verb = statementVerb(run);
    return verb && { verb, target: run, certain: true };
  }
  if (!receiver) return undefined;
  // `query.delete()` and `item.delete()` carry what they delete before the dot; `session.delete(item)` between the brackets.
  if (name === "delete" || name === "adelete" || name === "delete_instance") return deletion(call, receiver, first);
  // Peewee's ways over the primary key.
  if ((name === "delete_by_id" || name === "set_by_id") && receiver.kind === "symbol") return first && { verb: name === "delete_by_id" ? "deletes" : "changes", target: { ...call, callee: { ...call.callee, kind: "attribute", of: receiver, name: "get" }, args: [first] }, certain: true };
  if (name === "update" || name === "aupdate") return isQuery(receiver) ? { verb: "changes", target: receiver, certain: true } : undefined;
  if (!writers.has(name)) return undefined;
  // A text has a `replace` too, which takes what for what, and a date (`start.replace(tzinfo=utc)`), which takes its parts: a document's takes options alone.
  if (name === "replace" && (call.args.length > 0 || call.keywords.some((keyword) => !options.has(keyword.name)))) return undefined;
  if (name === "save" || name === "asave" || name === "replace") return isQuery(receiver) ? { verb: "changes", target: receiver, certain: true } : undefined;
  return first && { verb: "changes", target: first, certain: true };
}

function deletion(call: CallTerm, receiver: Term, first: Term | undefined): Touch {
  // `repository.delete(id)` is a name: what it does with the id is not seen.
  if (first && !isOption(first)) return { verb: "deletes", target: first, certain: isFound(first) || isKeyedStore(call) };
  const selecting = call.keywords.filter((keyword) => !options.has(keyword.name));
  if (selecting.length === 0) return { verb: "deletes", target: receiver, certain: true };
  // `Item.objects.delete(id=id)` selects by its keywords, as a filter does.
  return { verb: "deletes", target: { ...call, callee: { kind: "attribute", of: receiver, name: "filter" }, keywords: selecting }, certain: false };
}

/** What a SQLAlchemy statement does: `delete(Item).where(…)`, `items.update().where(…).values(…)`. */
function statementVerb(statement: Term): Touch["verb"] | undefined {
  for (let part = statement; part.kind === "call"; ) {
    const name = calledName(part);
    if (name === "delete") return "deletes";
    if (name === "update") return "changes";
    if (part.callee.kind !== "attribute") return undefined;
    part = part.callee.of;
  }
  return undefined;
}

/** True for what a data layer found or asks for; a dict or an input that is updated is none. */
function isQuery(term: Term): boolean {
  switch (term.kind) {
    case "call":
      return !["dict", "model_dump", "copy", "json", "deepcopy"].includes(calledName(term));
    case "attribute":
    case "element":
      return isQuery(term.of);
    case "either":
      return term.options.some(isQuery);
    case "principal":
      return true;
    default:
      return false;
  }
}

/** `query.delete(False)` and `delete("fetch")` pass an option, not an object. */
function isOption(term: Term): boolean {
  return term.kind === "const";
}
