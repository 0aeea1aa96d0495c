import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import type { Scan } from "./scans.ts";

/** One part of a large scan's files, in the hands of one worker. */
export interface ClaimedShard {
  readonly index: number;
  readonly of: number;
}

/** A part whose worker gave no sign of life for so many seconds is another's. */
const patienceSeconds = 30;

/** Parts a scan's files. Where an earlier attempt did so, what it had done is done. */
export async function openShards(rows: TenantRows, { id, repository }: Pick<Scan, "id" | "repository">, of: number): Promise<void> {
  const values = Array.from({ length: of }, (_, shard) => ({ scan_id: id, tenant_id: rows.tenancy.tenant, repository_id: repository, shard, of }));
  await rows.insertInto("muster.scan_shard").values(values).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Takes a part that nobody has in hand. Undefined where there is none. */
export async function claimShard(rows: TenantRows, scan: number): Promise<ClaimedShard | undefined> {
  const { rows: claimed } = await sql<ClaimedShard>`
    update muster.scan_shard set beat_at = clock_timestamp() where scan_id = ${scan} and shard = (
      select shard from muster.scan_shard where scan_id = ${scan} and done_at is null and (beat_at is null or beat_at > clock_timestamp() or beat_at < clock_timestamp() - make_interval(secs => ${patienceSeconds}))
      order by shard limit 1 for update skip locked)
    returning shard as index, of`.execute(rows);
  return claimed[0];
}

/** A sign of life of who has a part in hand. */
export async function beatShard(rows: TenantRows, scan: number, { index }: ClaimedShard): Promise<void> {
  await sql`update muster.scan_shard set beat_at = clock_timestamp() where scan_id = ${scan} and shard = ${index} and done_at is null`.execute(rows);
}

/** Says that the facts of a part are there. */
export async function endShard(rows: TenantRows, scan: number, { index }: ClaimedShard): Promise<void> {
  await sql`update muster.scan_shard set done_at = coalesce(done_at, clock_timestamp()) where scan_id = ${scan} and shard = ${index}`.execute(rows);
}

/** Puts a part back that could not be read. */
export async function releaseShard(rows: TenantRows, scan: number, { index }: ClaimedShard): Promise<void> {
  await sql`update muster.scan_shard set beat_at = null where scan_id = ${scan} and shard = ${index} and done_at is null`.execute(rows);
}

/** How many parts are read, of how many. */
export async function shardProgress(rows: TenantRows, scan: number): Promise<{ readonly done: number; readonly of: number }> {
  const { rows: found } = await sql<{ readonly done: number; readonly of: number }>`select count(done_at)::int as done, count(*)::int as of from muster.scan_shard where scan_id = ${scan}`.execute(rows);
  return found[0] ?? { done: 0, of: 0 };
}
