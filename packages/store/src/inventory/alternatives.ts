import { sql, type RawBuilder } from "kysely";

/** One column, and the values of which a row has one. */
export interface Alternatives {
  readonly column: string;
  readonly type: "text" | "bigint" | "smallint";
  readonly values: readonly (string | number)[];
}

/** The condition that a row has one of the values. One value alone is compared by itself: an index then still gives rows in the order of its other columns. */
export function oneOf({ column, type, values }: Alternatives): RawBuilder<unknown> {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return sql`${sql.ref(column)} = ${String(only)}::${sql.raw(type)}`;
  return sql`${sql.ref(column)} = any (${arrayOf(values, type)})`;
}

/** An array, in a form that both drivers take and whose values the planner sees. */
export function arrayOf(values: readonly (string | number)[], type: Alternatives["type"]): RawBuilder<unknown> {
  // No text of the database's has a NUL, so that what holds one is equal to none.
  const quoted = values.map(String).filter((value) => !value.includes("\0")).map((value) => `"${value.replaceAll(/["\\]/gu, String.raw`\$&`)}"`);
  return sql`${`{${quoted.join(",")}}`}::${sql.raw(type)}[]`;
}
