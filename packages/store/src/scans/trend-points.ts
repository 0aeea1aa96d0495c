import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";

/**
 * Notes that a scan is one of its repository's main ref, at the time of its commit: where the commit was on it when it was
 * fetched, and where the scan is what there is `now`. Doing so twice changes nothing.
 */
export async function noteTrendPoint(rows: TenantRows, scan: number, now: boolean): Promise<void> {
  await sql`insert into muster.trend_point (scan_id, tenant_id, repository_id, at)
    select scan.id, scan.tenant_id, scan.repository_id, coalesce(known.committed_at, scan.requested_at) from muster.scan as scan
    left join muster.commit as known on known.repository_id = scan.repository_id and known.sha = scan.commit_sha
    where scan.id = ${scan} and (${now} or known.on_main) on conflict do nothing`.execute(rows);
}
