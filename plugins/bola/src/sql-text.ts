import type { CallTerm, Span, Term } from "@muster/contract";
import { calledName } from "./query-methods.ts";
import type { TermIndex } from "./term-index.ts";
import { noTie } from "./tie.ts";
import type { Tie } from "./tie.ts";

/** A statement written as text, and the values that are bound to it. */
export interface SqlText {
  /** With `{}` where the code puts a value into the text itself. */
  readonly text: string;
  /** Values put into the text, in order. */
  readonly holes: readonly Term[];
  /** Values handed over beside it. */
  readonly bound: readonly { readonly name: string | number; readonly value: Term }[];
}

const running = new Set(["execute", "exec", "executemany", "fetch_one", "fetch_all", "fetch_val", "fetchrow", "fetch", "fetchval", "raw", "scalar", "scalars", "execute_query", "execute_query_dict"]);
const longest = 20_000;
const statement = /^\s*(?:WITH\b|SELECT\b|DELETE\s+FROM\b|UPDATE\b|INSERT\b|MERGE\b)/i;

/** The SQL of a call that runs a statement written as text; undefined for any other call. */
export function sqlOf(call: CallTerm): SqlText | undefined {
  if (!running.has(calledName(call))) return undefined;
  const [first, ...rest] = call.args;
  const query = first ?? call.keywords.find((keyword) => keyword.name === "query")?.value;
  if (!query) return undefined;
  const own = boundText(query);
  if (!own || own.text.length > longest || !statement.test(own.text)) return undefined;
  const values = [...rest, ...call.keywords.filter((keyword) => ["parameters", "params", "values"].includes(keyword.name)).map((keyword) => keyword.value)];
  return { ...own, bound: [...own.bound, ...values.flatMap(boundValues)] };
}

/** True for a statement that deletes or changes rows. */
export function isMutatingSql(sql: SqlText): boolean {
  return /\b(?:DELETE\s+FROM|UPDATE\s+\S+\s+SET|MERGE\s+INTO)\b/i.test(sql.text);
}

/** What the WHERE clause says of rows and caller. A caller in SET ties nothing; an OR makes the clause undecided. */
export function judgeSql(sql: SqlText, index: TermIndex, span: Span): Tie {
  const from = sql.text.search(/\bWHERE\b/i);
  if (from < 0) return noTie;
  const clause = sql.text.slice(from);
  const before = sql.text.slice(0, from);
  const bound = sql.bound.some((each, position) => {
    if (!index.of(each.value).principal) return false;
    if (typeof each.name === "string") return new RegExp(`[:@]${escape(each.name)}\\b|%\\(${escape(each.name)}\\)`).test(clause);
    const numbered = new RegExp(`\\$${position + 1}\\b`);
    return numbered.test(sql.text) ? numbered.test(clause) : position >= countPlaceholders(before) && position < countPlaceholders(sql.text);
  });
  const put = sql.holes.some((hole, position) => index.of(hole).principal && position >= countHoles(before));
  if (!bound && !put) return noTie;
  if (/\b(?:OR|UNION|CASE)\b/i.test(clause)) return { kind: "opaque", reason: "the SQL names the caller under an OR, which was not taken apart", span };
  return { kind: "tied", steps: [{ span, note: `the SQL asks for the caller's rows: ${clause.replace(/'[^']*'/g, "'…'").replace(/\s+/g, " ").trim().slice(0, 80)}` }], bypass: [] };
}

function boundText(query: Term): SqlText | undefined {
  switch (query.kind) {
    case "const":
      return typeof query.value === "string" ? { text: query.value, holes: [], bound: [] } : undefined;
    case "template":
      return { text: query.parts.map((part) => (part.kind === "const" ? String(part.value) : "{}")).join(""), holes: query.parts.filter((part) => part.kind !== "const"), bound: [] };
    case "call": {
      const [inner] = query.args;
      if (calledName(query) === "text" && inner) return boundText(inner);
      if (calledName(query) !== "bindparams" || query.callee.kind !== "attribute") return undefined;
      const text = boundText(query.callee.of);
      return text && { ...text, bound: [...text.bound, ...query.keywords] };
    }
    default:
      return undefined;
  }
}

function boundValues(value: Term): SqlText["bound"] {
  switch (value.kind) {
    case "dict":
      return value.entries.flatMap((entry) => (entry.key.kind === "const" && typeof entry.key.value === "string" ? [{ name: entry.key.value, value: entry.value }] : []));
    case "collection":
      return value.items.map((item, position) => ({ name: position, value: item }));
    default:
      return [{ name: 0, value }];
  }
}

function countPlaceholders(text: string): number {
  return text.match(/\?|%s/g)?.length ?? 0;
}

function countHoles(text: string): number {
  return text.match(/\{\}/g)?.length ?? 0;
}

function escape(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, "\\$&");
}
