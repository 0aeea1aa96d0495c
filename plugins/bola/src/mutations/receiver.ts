import type { CallTerm, Term } from "@muster/contract";
import { walk } from "../term-index.ts";
import { lastSegment } from "../term-text.ts";

const store = /redis|valkey|cache|memcache|bucket|s3|minio|blob|storage/i;
const client = /http|requests|client|gateway|api/i;

/** Names that tell what a method is called on: classes, symbols and attributes. */
function namesOf(term: Term): readonly string[] {
  const names: string[] = [];
  for (const part of walk(term)) {
    if (part.kind === "symbol" || part.kind === "attribute") names.push(part.name);
    else if (part.kind === "instance") names.push(part.class);
  }
  return names;
}

/** True for a method of a store whose arguments are keys: Redis, S3 and their kin. */
export function isKeyedStore(call: CallTerm): boolean {
  return call.callee.kind === "attribute" && namesOf(call.callee.of).some((name) => store.test(name));
}

/** True for a request to another service, which may check by itself: `client.delete(f"/items/{id}")`. */
export function isRemote(call: CallTerm): boolean {
  if (call.callee.kind !== "attribute" && call.callee.kind !== "symbol") return false;
  const [first] = call.args;
  const text = first?.kind === "template" ? first.parts : first ? [first] : [];
  const isAddress = text.some((part) => part.kind === "const" && typeof part.value === "string" && part.value.includes("/"));
  return isAddress && !isKeyedStore(call) && namesOf(call.callee).some((name) => client.test(name));
}

const copying = new Set(["copy", "model_copy", "deepcopy", "__copy__", "strip"]);
const listing = new Set(["split", "rsplit", "splitlines", "partition", "rpartition", "findall", "keys", "values"]);
const collecting = /^(?:builtins\.)?(?:dict|list|set|tuple|sorted|str|int|zip|map|filter|enumerate|range)$/;

const fetching = new Set(["fetch_one", "fetch_all", "fetchone", "fetchall", "fetchmany", "fetchrow", "fetch"]);
const plainData = new Set(["copy", "deepcopy", "model_dump", "to_dict", "as_dict", "asdict", "_asdict", "dict", "mappings"]);

/** `to_public_json`, `as_dict`: by its name, what it gives was made of the object. */
const asData = /^_?(?:to|as)_(?:\w+_)?(?:json|dict|data)$/;

/**
 * A row of a driver, or data that was made of an object: what is set or taken out there is kept nowhere.
 */
export function isApart(term: Term): boolean {
  switch (term.kind) {
    case "element":
    case "item":
      return isApart(term.of);
    case "either":
      return term.options.every((option) => option.kind === "const" || isApart(option));
    case "call":
      if (term.callee.kind === "attribute") return fetching.has(term.callee.name) || plainData.has(term.callee.name) || asData.test(term.callee.name);
      return term.callee.kind === "symbol" && (collecting.test(term.callee.name) || plainData.has(lastSegment(term.callee.name)));
    default:
      return false;
  }
}

/** A new object: of a class (`Form(data=data)`), a copy of another, a collection, or the pieces of a text. */
function isMade(call: CallTerm): boolean {
  if (call.callee.kind === "attribute") return copying.has(call.callee.name) || listing.has(call.callee.name);
  return call.callee.kind === "const" || (call.callee.kind === "symbol" && (collecting.test(call.callee.name) || /^_?[A-Z]\w*[a-z]/.test(lastSegment(call.callee.name))));
}

/** An object that was looked up: a new instance is none, and neither is a bare input. */
export function isFound(term: Term): boolean {
  const stack: Term[] = [term];
  const seen = new Set<Term>();
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    switch (part.kind) {
      case "call":
        if (!isMade(part)) return true;
        if (part.callee.kind === "attribute" && listing.has(part.callee.name)) break;
        if (part.callee.kind === "attribute") stack.push(part.callee.of);
        break;
      case "item":
        // What a dict of the request's own holds is what was put into it.
        if (part.of.kind !== "dict") return true;
        stack.push(...part.of.entries.map(({ value }) => value));
        break;
      case "element":
      case "principal":
      case "unknown":
        return true;
      case "attribute":
        stack.push(part.of);
        break;
      case "either":
        stack.push(...part.options);
        break;
      case "operation":
        stack.push(...part.operands);
        break;
      case "const":
      case "input":
      case "symbol":
      case "instance":
      case "collection":
      case "dict":
      case "template":
        break;
      default:
        part satisfies never;
    }
  }
  return false;
}
