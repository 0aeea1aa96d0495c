import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** The facts of a tenant that are known of some keys. */
export async function sharedFactsOf(rows: TenantRows, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { rows: found } = await sql<{ readonly key: string; readonly body: Uint8Array }>`
    select fact.key, fact.body from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as asked(key) join muster.fact as fact on fact.tenant_id = ${rows.tenancy.tenant} and fact.key = asked.key`.execute(rows);
  return new Map(found.map(({ key, body }) => [key, body]));
}

/** Rows of one statement. */
const most = 500;

/** Keeps facts; what is there already is the same. */
export async function keepSharedFacts(rows: TenantRows, entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  // In one order, so that two workers that make the same do not wait for each other in a circle.
  const all = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (let start = 0; start < all.length; start += most) {
    await rows
      .insertInto("muster.fact")
      .values(all.slice(start, start + most).map(([key, body]) => ({ tenant_id: rows.tenancy.tenant, key, body })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Forgets facts of before a moment: a scan that needs one of them makes it again. */
export async function forgetSharedFacts({ rows }: Database, before: Date): Promise<void> {
  await rows.deleteFrom("muster.fact").where("at", "<", before).execute();
}
