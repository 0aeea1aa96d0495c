import type { Term } from "@muster/contract";
import type { Mutation } from "../mutations/mutation.ts";
import { calledName, queryRole } from "../query-methods.ts";
import type { Ownership } from "../ownership/ownership.ts";
import { sqlOf } from "../sql-text.ts";
import { walk } from "../term-index.ts";
import { termText } from "../term-text.ts";

const ofLibraries = /^(?:sqlalchemy|sqlmodel|django|rest_framework|flask|fastapi|starlette|pydantic|typing|builtins|datetime|uuid|json|os|pathlib)(?:\.|$)/;
/** What comes first there is a condition. */
const narrowing = new Set(["where", "filter", "exclude", "filter_by", "having", "order_by", "annotate", "join", "outerjoin", "options", "prefetch_related", "select_related", "values", "execution_options"]);
const classLike = /(?:^|\.)[A-Z]\w*[a-z]\w*$/;
const tables = /\b(?:FROM|UPDATE|INTO|JOIN)\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)/gi;

/**
 * What sort of thing something is that was looked up: its model, the tables that SQL names, or the collection that it is kept in. What is read off an
 * object is of the object's sort. Empty where that was lost.
 */
export function kindsOf(target: Term, ownership: Ownership): readonly string[] {
  let classes: string | undefined;
  for (const part of wayTo(target)) {
    if (part.kind === "symbol" && ownership.knows(part.name)) return [part.name];
    const sql = part.kind === "call" ? sqlOf(part) : undefined;
    if (sql) return [...sql.text.matchAll(tables)].map(([, table]) => ownership.ofTable((table ?? "").toLowerCase()) ?? `table ${(table ?? "").toLowerCase()}`);
    if (part.kind === "symbol" && classes === undefined && classLike.test(part.name) && !ofLibraries.test(part.name)) classes = part.name;
  }
  return classes === undefined ? keptIn(target) : [classes];
}

/** As `kindsOf`, of rows that a query itself selects: not of what is reached over a row that was found (`item.reviews.filter(…)`), which are rows of another sort. */
export function kindsSelected(query: Term, ownership: Ownership): readonly string[] {
  for (let part = query, hops = 0; ; ) {
    if (part.kind === "call") {
      if (hops > 1) return [];
      part = part.callee;
      hops = 0;
    } else if (part.kind === "attribute") {
      hops += 1;
      part = part.of;
    } else if (part.kind === "element" || part.kind === "item") return [];
    else break;
  }
  return kindsOf(query, ownership);
}

const longest = 200;

/** What leads to an object: the chain of attributes and calls that it is reached by, and of each call what comes first, which names what it is of. Conditions of a query name other things too. */
function* wayTo(target: Term): Generator<Term> {
  const stack: Term[] = [target];
  for (let left = longest, part = stack.pop(); part && left > 0; left--, part = stack.pop()) {
    yield part;
    switch (part.kind) {
      case "attribute":
      case "item":
      case "element":
        stack.push(part.of);
        break;
      case "call": {
        // A form is of the object that it is given.
        for (const { name, value } of part.keywords) if (name === "instance" || name === "queryset") stack.push(value);
        const [first] = part.args;
        if (first && first.kind !== "operation" && !narrowing.has(calledName(part))) stack.push(first);
        stack.push(part.callee);
        break;
      }
      case "either":
        stack.push(...part.options.toReversed());
        break;
      case "collection": {
        const [first] = part.items;
        if (first) stack.push(first);
        break;
      }
      case "instance":
        for (const { name, value } of part.attributes) if (name === "model" || name === "queryset" || name === "model_class") stack.push(value);
        break;
      case "const":
      case "input":
      case "principal":
      case "symbol":
      case "operation":
      case "dict":
      case "template":
      case "unknown":
        break;
      default:
        part satisfies never;
    }
  }
}

/** The kinds of what a mutation touches; where only its key is known, what it is kept in says more. */
export function kindsTouched({ target, event }: Mutation, ownership: Ownership): readonly string[] {
  const kinds = kindsOf(target, ownership);
  if (kinds.length > 0 || event.kind !== "call" || event.call.callee.kind !== "attribute") return kinds;
  const store = nameOf(event.call.callee.of);
  return store === undefined ? [] : [store];
}

/** The collection, dict or store by how code writes it (`db.items`), and what keys and paths in it begin with. */
function keptIn(target: Term): readonly string[] {
  let kept: string | undefined;
  for (const part of walk(target)) {
    if (part.kind === "template") {
      const [first] = part.parts;
      if (first?.kind === "const" && typeof first.value === "string" && first.value.length > 1) return [`key ${first.value}`, ...(kept === undefined ? [] : [kept])];
    }
    const of = part.kind === "call" && part.callee.kind === "attribute" && queryRole(part) !== "other" ? part.callee.of : part.kind === "item" ? part.of : undefined;
    if (of) kept ??= nameOf(of);
  }
  return kept === undefined ? [] : [kept];
}

function nameOf(store: Term): string | undefined {
  if (store.kind === "symbol") return store.name.includes(".") ? store.name : undefined;
  if (store.kind === "instance") return store.class;
  if (store.kind === "input") return undefined;
  // `boto3.client("s3")`
  if (store.kind === "call" && store.callee.kind === "symbol" && !ofLibraries.test(store.callee.name)) return nameOf(store.callee);
  const text = termText(store);
  return /^[\w"$]+(?:[.[][\w"'$\]]+)+$/.test(text) ? text : undefined;
}
