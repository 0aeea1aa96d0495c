import { sql, type RawBuilder } from "kysely";
import type { Tenancy } from "../tenants/as-tenant.ts";
import type { Alternatives } from "./alternatives.ts";

/** Of which scan things are listed: a certain one, or of each repository the one that is "now". */
export interface Sighting {
  readonly scan?: number;
  readonly repositories?: readonly number[];
}

/** The condition under which a version of something was seen so. The tables are `muster.<kind>` and `muster.scan_<kind>`. */
export function seen(kind: "application" | "endpoint" | "finding", { scan }: Sighting): RawBuilder<unknown> {
  return scan === undefined ? sql`item.current` : sql`item.id in (select item_id from ${sql.table(`muster.scan_${kind}`)} where scan_id = ${scan})`;
}

/**
 * The repositories that are asked about and may be seen. The policies of the tables hold without it: said here too, it lets
 * an index find what a token may see that is limited to some.
 */
export function ofRepositories({ repositories }: { readonly repositories?: readonly number[] | undefined }, tenancy: Tenancy): readonly Alternatives[] {
  const visible = tenancy.repositories;
  const values = repositories === undefined ? visible : visible === undefined ? repositories : repositories.filter((repository) => visible.includes(repository));
  return values === undefined ? [] : [{ column: "item.repository_id", type: "bigint", values }];
}

/** The condition that a text begins so, in a form that an index on its bytes answers. */
export function startsWith(column: string, beginning: string): RawBuilder<unknown> {
  const ref = sql`${sql.ref(column)} collate "C"`;
  // No text comes after every one that begins so but the one with the last character there is.
  return sql`(${ref} >= ${beginning} and ${ref} < ${`${beginning}\u{10ffff}`} and starts_with(${sql.ref(column)}, ${beginning}))`;
}

/** Whether a column holds a text, whatever the case; what the text says is no pattern. */
export function holdsText(column: string, text: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} ilike ${`%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`}`;
}
