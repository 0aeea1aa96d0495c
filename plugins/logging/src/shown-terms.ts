import type { CallTerm, Term } from "@muster/contract";
import { isAuditName } from "./audit-name.ts";
import { argumentsOf, calledName, namesOf } from "./term.ts";

/** Functions that render their arguments, or build the record: what goes in can be read in what comes out. */
const renders = new Set([
  "str", "repr", "int", "format", "dumps", "loads", "dict", "model_dump", "model_dump_json", "json", "hex", "join", "encode", "decode", "lower", "upper", "strip",
  "getattr", "values", "insert", "list", "tuple", "sorted", "jsonable_encoder", "asdict",
]);
const builds = /^(?:[A-Z]|(?:format|serialize|serialise|build|make|describe|to|mask|redact|create)_)/;
/** Classes whose attributes end up in what is written. */
const carrier = /(?:Event|Message|Payload|Entry|Record|Log|Action|Command|Details?|Context|Metadata)(?:Create|In|Schema|Model)?$/;
/** Attributes of a caller that do not say who it is. */
const unidentifying = /^(?:is_|has_|can_)|^(?:roles?|scopes?|permissions?|groups?|locale|language|timezone)$|^(?:tenant|org|organi[sz]ation|workspace|company|team)(?:_id)?$/;

/**
 * What a reader of the written event gets to see of a value, itself included. A record that was looked up shows
 * itself, not what it was looked up by: `session.get(Item, user.id)` does not name the user.
 */
export function shownTerms(term: Term): ReadonlySet<Term> {
  const shown = new Set<Term>([term]);
  // A set yields what is added while it is walked.
  for (const part of shown) for (const next of shownParts(part)) shown.add(next);
  return shown;
}

function shownParts(term: Term): readonly Term[] {
  switch (term.kind) {
    case "const":
    case "input":
    case "principal":
    case "symbol":
    case "unknown":
      return [];
    case "instance":
      return carrier.test(term.class) || isAuditName(namesOf(term)) ? term.attributes.map((attribute) => attribute.value) : [];
    case "attribute":
      return unidentifying.test(term.name) ? [] : [term.of];
    case "item":
      return term.key.kind === "const" && typeof term.key.value === "string" && unidentifying.test(term.key.value) ? [] : [term.of];
    case "element":
      return [term.of];
    case "call":
      return shownInCall(term);
    case "operation":
      return ["+", "%", "or", "and", "if-else", "|"].includes(term.operator) ? term.operands : [];
    case "collection":
      return term.items;
    case "dict":
      return term.entries.map((entry) => entry.value);
    case "template":
      return term.parts;
    case "either":
      return term.options;
    default:
      return term satisfies never;
  }
}

function shownInCall(call: CallTerm): readonly Term[] {
  const name = calledName(call);
  const receiver = call.callee.kind === "attribute" ? call.callee.of : undefined;
  const ofCaller = receiver?.kind === "principal" ? [receiver] : [];
  if (!renders.has(name) && !builds.test(name)) return ofCaller;
  return receiver === undefined ? argumentsOf(call) : [receiver, ...argumentsOf(call)];
}
