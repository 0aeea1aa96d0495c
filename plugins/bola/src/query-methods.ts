import type { CallTerm } from "@muster/contract";
import { lastSegment } from "./term-text.ts";

/** Arguments are conditions that what is found meets. */
const filtering = new Set(["where", "filter", "filter_by", "having", "whereclause", "find", "find_one", "find_many", "find_all", "exists", "get_or_none", "get_object_or_404", "get_list_or_404", "aget_object_or_404", "count_documents", "scoped", "objects"]);
/** A join's condition narrows what is found; an outer join's does not. */
const joining = new Set(["join", "join_from"]);
/** Arguments are the key of what is found. */
const keyed = new Set(["get", "get_one", "get_or_404", "one_or_404", "aget", "hget", "hgetall", "find_by_id"]);
/** Arguments are statements, or do not matter. */
const passing = new Set([
  "exec", "execute", "scalars", "scalar", "scalar_one", "scalar_one_or_none", "first", "one", "one_or_none", "all", "unique", "fetch_one", "fetch_all", "fetchone", "fetchall", "fetchrow", "fetch", "fetchval", "mappings",
  "options", "order_by", "limit", "offset", "distinct", "select_from", "with_for_update", "outerjoin", "returning", "values", "execution_options", "select_related", "prefetch_related", "only", "defer", "using", "to_list", "afirst", "alast", "last", "latest", "earliest", "annotate", "as_", "subquery", "cte",
  "query", "select", "select_for_update", "delete", "update", "set", "with_only_columns", "with_entities", "add_columns", "group_by", "columns", "exclude_none", "expunge", "refresh", "to_object", "count", "limit_to_list", "model_validate", "from_orm", "list", "next", "iter", "str", "int", "UUID", "dict", "async_",
]);

export type QueryRole = "filtering" | "joining" | "keyed" | "passing" | "other";

/** The name by which a call is called: `where` of `select(Item).where(…)`, `delete` of `sqlalchemy.delete(…)`. */
export function calledName(call: CallTerm): string {
  switch (call.callee.kind) {
    case "attribute":
      return call.callee.name;
    case "symbol":
      return lastSegment(call.callee.name);
    default:
      return "";
  }
}

/** What the arguments of a call say of what it finds, by the names that data layers use. */
export function queryRole(call: CallTerm): QueryRole {
  const name = calledName(call);
  if (filtering.has(name)) return "filtering";
  if (joining.has(name)) return call.keywords.some((keyword) => keyword.name === "isouter" || keyword.name === "full") ? "passing" : "joining";
  if (keyed.has(name)) return "keyed";
  return passing.has(name) ? "passing" : "other";
}
