import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import type { Sighting } from "./sightings.ts";

/** So many rows are handed from the index to the list; of more, the list finds its own soon. */
const most = 2000;

/**
 * The condition that a row has all words of a text, each at least as a beginning. What is there now is asked of the
 * index; of one scan there are few rows. Undefined for a text without words, which narrows nothing.
 */
export async function hasWords(rows: TenantRows, table: "endpoint" | "finding", text: string, { scan }: Sighting): Promise<RawBuilder<unknown> | undefined> {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 20);
  if (words === undefined) return undefined;
  const query = words.map((word) => `${word.toLowerCase()}:*`).join(" & ");
  if (scan === undefined) {
    const { rows: found } = await sql<{ readonly id: number }>`select id from ${sql.raw(`muster.search_${table}`)}(${query}, ${most + 1}) as found(id)`.execute(rows);
    if (found.length <= most) return sql`item.id = any (${`{${found.map(({ id }) => id).join(",")}}`}::bigint[])`;
  }
  return sql`item.words @@ to_tsquery('simple', ${query})`;
}
