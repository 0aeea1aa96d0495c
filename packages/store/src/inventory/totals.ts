import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** Counts anew what there is now in a repository; after anything of it changed. */
export async function recount(rows: TenantRows, repository: number): Promise<void> {
  const columns = { endpoint: sql`posture, method, framework`, finding: sql`rule, severity, state, secret, waived` };
  for (const kind of ["endpoint", "finding"] as const) {
    const totals = sql.table(`muster.${kind}_total`);
    await sql`delete from ${totals} where repository_id = ${repository}`.execute(rows);
    await sql`insert into ${totals} (tenant_id, repository_id, ${columns[kind]}, total)
      select tenant_id, repository_id, ${columns[kind]}, count(*) from ${sql.table(`muster.${kind}`)} where repository_id = ${repository} and current group by tenant_id, repository_id, ${columns[kind]}`.execute(rows);
  }
}

/** Whether a filter asks for nothing but what is counted. */
export function isCounted<Filter extends object>(filter: Filter, by: readonly (keyof Filter & string)[]): boolean {
  const counted: readonly string[] = by;
  return Object.entries(filter).every(([name, value]) => value === undefined || counted.includes(name));
}

/** The sum of what was counted, under conditions on its columns. */
export async function sumTotals(rows: TenantRows, kind: "endpoint" | "finding", where: readonly RawBuilder<unknown>[]): Promise<number> {
  const { rows: found } = await sql<{ readonly total: number }>`select coalesce(sum(item.total), 0)::bigint as total from ${sql.table(`muster.${kind}_total`)} as item where ${where.length === 0 ? sql`true` : sql.join(where, sql` and `)}`.execute(rows);
  return found[0]?.total ?? 0;
}
