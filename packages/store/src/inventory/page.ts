import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { arrayOf, oneOf, type Alternatives } from "./alternatives.ts";

/** A stretch of a list, from its start or its end. Cursors are opaque to everyone else, and stay good while rows come and go. */
export interface PageRequest {
  readonly size: number;
  /** Counted from the end of the list, or of what lies before the cursor. */
  readonly backward?: boolean;
  readonly after?: string;
  readonly before?: string;
}

export interface Page<Row> {
  readonly rows: readonly (Row & { readonly cursor: string })[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** Columns by which a list is ordered, all in one direction; the last one tells equal rows apart. */
export interface Order {
  /** Part of cursors: one of another order is refused. */
  readonly name: string;
  readonly columns: readonly { readonly column: string; readonly type: "text" | "int8" | "timestamptz" }[];
  readonly descending: boolean;
}

export interface List {
  readonly select: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<unknown>[];
  /** Columns that have one of some values, those that narrow most first. */
  readonly alternatives?: readonly Alternatives[];
}

/** A cursor that is none, or is of a list in another order. */
export class CursorError extends Error {
  override readonly name = "CursorError";
}

/** So many values of one column are looked up each by itself. */
const mostBranches = 40;

/**
 * Reads one page; one row more is read than asked for, which tells whether there are others. Where a column may have one of
 * several values, each value's rows are read in the order of the list and merged: rows of several are in no index in that order, and
 * all of them would have to be sorted.
 */
export async function readPage<Row>(rows: TenantRows, list: List, order: Order, request: PageRequest): Promise<Page<Row>> {
  const backward = request.backward === true;
  const columns = order.columns.map(({ column }) => sql.ref(column));
  const beyond = (cursor: string, forward: boolean): RawBuilder<unknown> => {
    const values = decodeCursor(cursor, order).map((value, index) => sql`${value}::${sql.raw(order.columns[index]?.type ?? "text")}`);
    return sql`(${sql.join(columns)}) ${sql.raw(forward === order.descending ? "<" : ">")} (${sql.join(values)})`;
  };
  const alternatives = list.alternatives ?? [];
  const branch = alternatives.find(({ values }) => values.length > 1 && values.length <= mostBranches);
  const where = [...list.where, ...alternatives.filter((one) => one !== branch).map(oneOf), ...(request.after === undefined ? [] : [beyond(request.after, true)]), ...(request.before === undefined ? [] : [beyond(request.before, false)])];
  const direction = sql.raw(order.descending === backward ? "asc" : "desc");
  // As text, so that the planner knows how little is wanted.
  const limit = sql.raw(String(Math.trunc(request.size) + 1));
  const ordered = (names: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(names.map((name) => sql`${name} ${direction}`));
  const select = sql`select ${list.select}, jsonb_build_array(${sql.join(columns)})::text as page_cursor`;
  const keys = columns.map((_, index) => sql.ref(`page_order_${index}`));
  const query =
    branch === undefined
      ? sql<Row & PageColumns>`${select} from ${list.from} where ${allOf(where)} order by ${ordered(columns)} limit ${limit}`
      : sql<Row & PageColumns>`select found.* from unnest(${arrayOf(branch.values, branch.type)}) as branch(value) cross join lateral (
          ${select}, ${sql.join(columns.map((column, index) => sql`${column} as ${keys[index]}`))} from ${list.from} where ${allOf([sql`${sql.ref(branch.column)} = branch.value`, ...where])} order by ${ordered(columns)} limit ${limit}
        ) as found order by ${ordered(keys)} limit ${limit}`;
  const { rows: found } = await query.execute(rows);
  const more = found.length > request.size;
  const kept = found.slice(0, request.size);
  if (backward) kept.reverse();
  return {
    rows: kept.map((row) => ({ ...row, cursor: encodeCursor(order, row.page_cursor) })),
    hasNext: backward ? request.before !== undefined : more,
    hasPrevious: backward ? more : request.after !== undefined,
  };
}

/** What a page reads of each row beside what is asked for. */
interface PageColumns {
  readonly page_cursor: string;
}

/** How many rows the whole list has. */
export async function countRows(rows: TenantRows, list: List): Promise<number> {
  const { rows: found } = await sql<{ readonly total: number }>`select count(*) as total from ${list.from} where ${allOf([...list.where, ...(list.alternatives ?? []).map(oneOf)])}`.execute(rows);
  return found[0]?.total ?? 0;
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function encodeCursor({ name }: Order, values: string): string {
  return Buffer.from(`${name}:${values}`).toString("base64url");
}

function decodeCursor(cursor: string, { name, columns }: Order): readonly string[] {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const values = text.startsWith(`${name}:`) ? parseValues(text.slice(name.length + 1)) : undefined;
  if (values?.length !== columns.length) throw new CursorError("The cursor is of another list or order. Start again without it.");
  return values;
}

function parseValues(text: string): readonly string[] | undefined {
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) && values.every((value) => typeof value === "string" || typeof value === "number") ? values.map(String) : undefined;
  } catch {
    // Not ours: told as such by the caller.
    return undefined;
  }
}
