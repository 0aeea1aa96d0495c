import type { CallTerm, Term } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import { lastSegment } from "../term-text.ts";
import type { Touch } from "./mutation.ts";

const deleting = /^a?_*(?:delete|remove|destroy|purge|drop|erase|wipe|archive|deactivate|disable|revoke|cancel|uninstall|unregister|soft_delete|bulk_delete|mass_delete)(?:_|$)/;
const changing = /^a?_*(?:update|patch|edit|modify|replace|change|rename|transfer|move|set|reset|approve|reject|enable|activate|restore|upsert|put|mark|toggle|assign|unassign)(?:_|$)/;
const harmless = new Set(["update_forward_refs", "set_cookie", "delete_cookie", "setdefault", "move_to_end", "reset_index", "set_context", "set_tag", "set_tags", "set_attribute", "replace", "putheader"]);
/** They run what they are handed, later. */
const handingOver = new Set(["add_task", "delay", "apply_async", "enqueue", "enqueue_job", "send_task", "run_in_threadpool", "to_thread", "run_sync", "submit"]);

/** A service, repository or task that was not entered: its name alone says that it mutates. */
export function touchedByService(call: CallTerm): Touch | undefined {
  const name = nameOf(call);
  if (harmless.has(name) || call.args.length + call.keywords.length === 0) return undefined;
  const verb = deleting.test(name) ? "deletes" : changing.test(name) ? "changes" : undefined;
  return verb && { verb, target: call, certain: false };
}

/** The name of what runs: `delete_item` of `crud.delete_item(id)`, `tasks.add_task(delete_item, id)` and `delete_item.delay(id)`. */
function nameOf(call: CallTerm): string {
  const name = calledName(call);
  if (!handingOver.has(name)) return name;
  const [first] = call.args;
  const handed = first && lastNameOf(first);
  return handed ?? (call.callee.kind === "attribute" ? lastNameOf(call.callee.of) : undefined) ?? name;
}

function lastNameOf(term: Term): string | undefined {
  if (term.kind === "symbol") return lastSegment(term.name);
  return term.kind === "attribute" ? term.name : undefined;
}
