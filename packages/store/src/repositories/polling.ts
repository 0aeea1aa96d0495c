import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** A repository that is to be looked at now. */
export interface DuePoll {
  readonly tenant: number;
  readonly repository: number;
}

/** Has a repository looked at so often; never again without a number of seconds. False where there is none. */
export async function setPolling(rows: TenantRows, repository: number, seconds: number | undefined): Promise<boolean> {
  const row = await rows.updateTable("muster.repository").set({ poll_seconds: seconds ?? null, polled_at: null }).where("id", "=", repository).returning("id").executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes some repositories that are due, those that waited longest first; no other process is given them before they are due again. Time is the
 * database's: where its clock went back, what was looked at in the future is due too.
 */
export async function claimDuePolls({ rows }: Database, most: number): Promise<readonly DuePoll[]> {
  const { rows: due } = await sql<DuePoll>`
    update muster.repository set polled_at = now() where id in (
      select id from muster.repository where poll_seconds is not null and quarantined_at is null and (polled_at is null or polled_at > now() or polled_at <= now() - make_interval(secs => poll_seconds))
      order by polled_at nulls first limit ${most} for update skip locked)
    returning tenant_id as tenant, id as repository`.execute(rows);
  return due;
}
