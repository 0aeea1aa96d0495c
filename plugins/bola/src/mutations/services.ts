import type { CallTerm, Term } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import { lastSegment } from "../term-text.ts";
import type { Touch } from "./mutation.ts";

const deleting = /^a?(?:delete|remove|destroy|purge|drop|erase|wipe|archive|deactivate|disable|revoke|cancel|uninstall|unregister|soft_delete|bulk_delete|mass_delete)(?:_|$)/;
const changing = /^a?(?:update|patch|edit|modify|replace|change|rename|transfer|move|set|reset|approve|reject|enable|activate|restore|upsert|put|mark|toggle|assign|unassign)(?:_|$)/;
const harmless = new Set(["update_forward_refs", "set_cookie", "delete_cookie", "setdefault", "move_to_end", "reset_index", "set_context", "set_tag", "set_tags", "set_attribute", "replace", "putheader"]);

/** A service, repository or client whose method was not entered: its name alone says that it mutates. */
export function touchedByService(call: CallTerm): Touch | undefined {
  const name = call.callee.kind === "symbol" ? lastSegment(call.callee.name) : calledName(call);
  if (harmless.has(name)) return undefined;
  const verb = deleting.test(name) ? "deletes" : changing.test(name) ? "changes" : undefined;
  if (!verb) return undefined;
  const values: readonly Term[] = [...call.args, ...call.keywords.map((keyword) => keyword.value)];
  return values.length === 0 ? undefined : { verb, target: call, certain: false };
}
