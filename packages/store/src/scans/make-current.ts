import { sql } from "kysely";
import { recount } from "../inventory/totals.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { noteTrendPoint } from "./trend-points.ts";

/**
 * Makes what the newest scan of a repository's main ref found "now": after a result was kept, and after a fetch that
 * moved the ref, be it forward or back. Where that commit has no result yet, the one before stays.
 */
export async function makeCurrent(rows: TenantRows, repository: number): Promise<void> {
  const { rows: found } = await sql<{ readonly id: number; readonly current: number | null }>`
    select scan.id, repository.current_scan_id as current from muster.repository as repository
    join muster.ref as ref on ref.repository_id = repository.id and ref.name = repository.main_ref
    join muster.scan as scan on scan.repository_id = repository.id and scan.commit_sha = ref.commit_sha and scan.state in ('complete', 'partial')
    where repository.id = ${repository}`.execute(rows);
  const scan = found[0];
  if (scan === undefined || scan.id === scan.current) return;
  for (const kind of ["application", "endpoint", "finding"]) {
    const table = sql.table(`muster.${kind}`);
    const members = sql`(select item_id from ${sql.table(`muster.scan_${kind}`)} where scan_id = ${scan.id})`;
    await sql`update ${table} set current = false where repository_id = ${repository} and current and id not in ${members}`.execute(rows);
    await sql`update ${table} set current = true where id in ${members} and not current`.execute(rows);
  }
  await noteTrendPoint(rows, scan.id, true);
  await recount(rows, repository);
  await rows.updateTable("muster.repository").set({ current_scan_id: scan.id }).where("id", "=", repository).execute();
}
