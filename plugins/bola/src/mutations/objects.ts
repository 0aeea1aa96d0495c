import { partsOf } from "@muster/contract";
import type { CallTerm, Term, TraceEvent } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import type { Touch } from "./mutation.ts";
import { isPayload } from "../object-key.ts";
import { isApart, isFound } from "./receiver.ts";

const softDelete = /^(?:is_)?(?:deleted|removed|archived|trashed|disabled|revoked|cancel+ed|deactivated|inactive)(?:_at|_on|_date|_by)?$|^(?:is_)?active$|^(?:is_)?enabled$|^status$|^state$/;
const setting = new Set(["setattr", "update_from_dict", "sqlmodel_update", "set_attributes", "apply_update", "set"]);
/** Of responses, and of fields of a form. */
const transient = /^(?:status_code|headers|media_type|body|template|context|widget|required|initial|choices|queryset|help_text|label)$/;

/** Attributes set and items deleted on an object: the way of ORMs and of plain Python. */
export function touchedObject(event: TraceEvent): Touch | undefined {
  switch (event.kind) {
    case "set-attribute":
      if (!isObject(event.target) || transient.test(event.name) || isQuery(event.target) || isStamp(event.name, event.value) || isPutRight(event.name, event.value)) return undefined;
      return { verb: softDelete.test(event.name) ? "soft-deletes" : "changes", target: event.target, certain: true };
    case "delete":
      return { verb: "deletes", target: event.target, certain: true };
    case "call":
      return settingCall(event.call);
    default:
      return event satisfies never;
  }
}

const querying = new Set(["query", "select", "filter", "filter_by", "where", "join", "outerjoin", "options", "order_by", "group_by", "distinct", "annotate", "exclude", "select_related", "prefetch_related"]);

/** A query that was not run yet: what is set on it is kept nowhere. */
function isQuery(term: Term): boolean {
  return term.kind === "call" && querying.has(calledName(term));
}

/** When something was seen last, by the clock: every use of an object leaves that behind. */
function isStamp(name: string, value: Term): boolean {
  return /^(?:last_?(?:seen|active|activity|used|access|accessed|login|ping|heartbeat)|accessed|seen)(?:_?(?:at|on|date|time))?$/i.test(name) && value.kind === "call" && value.args.length === 0;
}

/** `agent.name = clean(agent.name)`: it is written as it was meant, and nobody chose what it is. */
function isPutRight(name: string, value: Term): boolean {
  if (value.kind !== "call") return false;
  let isOfItself = false;
  const seen = new Set<Term>();
  const stack: Term[] = [value];
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.kind === "input") return false;
    // How the object was found, and by what, is no part of what is written.
    if (part.kind === "attribute" && part.name === name) isOfItself = true;
    else stack.push(...partsOf(part));
  }
  return isOfItself;
}

function settingCall(call: CallTerm): Touch | undefined {
  const name = calledName(call);
  if (!setting.has(name)) return undefined;
  const target = call.callee.kind === "attribute" ? call.callee.of : call.args[0];
  return target && isObject(target) ? { verb: "changes", target, certain: true } : undefined;
}

/** What was found somewhere; not what the caller sent, nor a dict made of it, nor a bare row. */
function isObject(term: Term): boolean {
  return isFound(term) && !isPayload(term) && !isApart(term);
}
