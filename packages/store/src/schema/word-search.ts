import { tenantRole } from "./tenant-policy.ts";

/**
 * A function that finds what is there now by its words. It runs as the owner of the tables: a search is no operator that
 * Postgres lets an index answer before the policies of the tenant's role have looked at each row. So it looks for the
 * tenant itself, and the caller's own statement, which the policies hold for, joins what it answers.
 */
export function wordSearch(table: "endpoint" | "finding"): readonly string[] {
  const name = `muster.search_${table}(query text, most int)`;
  return [
    `create function ${name} returns setof bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select id from muster.${table} where current and tenant_id = nullif(current_setting('muster.tenant', true), '')::bigint and words @@ to_tsquery('simple', query) limit most
    $$`,
    `revoke execute on function muster.search_${table}(text, int) from public`,
    `grant execute on function muster.search_${table}(text, int) to ${tenantRole}`,
  ];
}
