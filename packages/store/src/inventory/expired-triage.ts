import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { lockRepository } from "../repositories/repositories.ts";
import { asTenant } from "../tenants/as-tenant.ts";
import { recount } from "./totals.ts";

/** What is decided of a finding, of all tenants: decisions that ended before a day (`YYYY-MM-DD`, UTC) hold no more, and their findings are open again. */
export async function endExpiredTriage(database: Database, today: string): Promise<number> {
  const last = sql`(select entry.expires from muster.triage as entry where entry.repository_id = item.repository_id and entry.finding_key = item.key order by entry.id desc limit 1) < ${today}::date`;
  const { rows: found } = await sql<{ readonly tenant: number; readonly repository: number }>`select distinct item.tenant_id as tenant, item.repository_id as repository from muster.finding as item where item.state <> 'open' and ${last}`.execute(database.rows);
  for (const { tenant, repository } of found) {
    await asTenant(database, { tenant }, async (rows) => {
      await lockRepository(rows, repository);
      await sql`update muster.finding as item set state = 'open' where item.repository_id = ${repository} and item.state <> 'open' and ${last}`.execute(rows);
      await recount(rows, repository);
    });
  }
  return found.length;
}
