import { sql, type RawBuilder } from "kysely";

/** Of which scan things are listed: a certain one, or of each repository the one that is "now". */
export interface Sighting {
  readonly scan?: number;
  readonly repositories?: readonly number[];
}

/** The conditions under which a version of something was seen so. The tables are `muster.<kind>` and `muster.scan_<kind>`. */
export function seen(kind: "application" | "endpoint" | "finding", { scan, repositories }: Sighting): readonly RawBuilder<unknown>[] {
  const item = sql.ref(`item.id`);
  return [
    scan === undefined ? sql`item.current` : sql`${item} in (select item_id from ${sql.table(`muster.scan_${kind}`)} where scan_id = ${scan})`,
    ...ofRepositories({ repositories }),
  ];
}

export function ofRepositories({ repositories }: { readonly repositories?: readonly number[] | undefined }): readonly RawBuilder<unknown>[] {
  return repositories === undefined ? [] : [sql`item.repository_id = any (${numbers(repositories)})`];
}

/** An array of row numbers, in a form that both drivers take. */
function numbers(values: readonly number[]): RawBuilder<unknown> {
  return sql`${`{${values.join(",")}}`}::bigint[]`;
}

/** An array of words. */
export function words(values: readonly string[]): RawBuilder<unknown> {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** Whether a column holds a text, whatever the case; what the text says is no pattern. */
export function holdsText(column: string, text: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} ilike ${`%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`}`;
}
