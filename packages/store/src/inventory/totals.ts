import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { oneOf, type Alternatives } from "./alternatives.ts";

/** Counts anew what there is now in a repository; after anything of it changed. */
export async function recount(rows: TenantRows, repository: number): Promise<void> {
  await raiseVersion(rows, repository);
  const columns = { endpoint: sql`posture, method, framework`, finding: sql`rule, severity, state, secret, waived` };
  for (const kind of ["endpoint", "finding"] as const) {
    const totals = sql.table(`muster.${kind}_total`);
    await sql`delete from ${totals} where repository_id = ${repository}`.execute(rows);
    await sql`insert into ${totals} (tenant_id, repository_id, ${columns[kind]}, total)
      select tenant_id, repository_id, ${columns[kind]}, count(*) from ${sql.table(`muster.${kind}`)} where repository_id = ${repository} and current group by tenant_id, repository_id, ${columns[kind]}`.execute(rows);
  }
  await sql`delete from muster.control_total where repository_id = ${repository}`.execute(rows);
  await sql`insert into muster.control_total (tenant_id, repository_id, control, failing, undecided)
    select tenant_id, repository_id, control, count(*) filter (where fails), count(*) filter (where not fails)
    from muster.endpoint, lateral (select unnest(failing), true union all select unnest(undecided), false) as result(control, fails)
    where repository_id = ${repository} and current group by tenant_id, repository_id, control`.execute(rows);
}

/**
 * Says that something of a repository changed, so that what was counted before is counted anew: see `countOnce`. Whoever does so
 * at the same time waits until this one's transaction has ended.
 */
export async function raiseVersion(rows: TenantRows, repository: number): Promise<void> {
  await sql`update muster.repository set version = version + 1 where id = ${repository}`.execute(rows);
}

/** Whether a filter asks for nothing but what is counted. */
export function isCounted<Filter extends object>(filter: Filter, by: readonly (keyof Filter & string)[]): boolean {
  const counted: readonly string[] = by;
  return Object.entries(filter).every(([name, value]) => value === undefined || counted.includes(name));
}

/** The sum of what was counted, under conditions on its columns. */
export async function sumTotals(rows: TenantRows, kind: "endpoint" | "finding", alternatives: readonly Alternatives[], flags: readonly RawBuilder<unknown>[]): Promise<number> {
  const { rows: found } = await sql<{ readonly total: number }>`select coalesce(sum(item.total), 0)::bigint as total from ${sql.table(`muster.${kind}_total`)} as item where ${allOf([...alternatives.map(oneOf), ...flags])}`.execute(rows);
  return found[0]?.total ?? 0;
}

/** How many results there are now on endpoints by which one of some controls fails, or is undecided. Of one control they are as many as the endpoints. */
export async function sumControls(rows: TenantRows, what: "failing" | "undecided", controls: readonly string[], alternatives: readonly Alternatives[]): Promise<number> {
  const where = allOf([{ column: "item.control", type: "text", values: controls } as const, ...alternatives].map(oneOf));
  const { rows: found } = await sql<{ readonly total: number }>`select coalesce(sum(item.${sql.ref(what)}), 0)::bigint as total from muster.control_total as item where ${where}`.execute(rows);
  return found[0]?.total ?? 0;
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
