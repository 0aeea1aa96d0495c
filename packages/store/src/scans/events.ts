import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** `scan`: its state changed. `progress`: it went on. `findings`: it found what was never found before in its repository. */
export type EventKind = "scan" | "progress" | "findings";

/** What subscribers are told. Ids grow in the order in which events become visible, so that one is a place to go on from. */
export interface StoreEvent {
  readonly id: number;
  readonly repository: number;
  readonly scan?: number;
  readonly kind: EventKind;
  readonly detail: { readonly [key: string]: unknown };
  readonly at: Date;
}

type NewEvent = Pick<StoreEvent, "repository" | "scan" | "kind" | "detail">;

/** Of the advisory lock that events are written under. */
const lock = 5_417_734_002;

/**
 * Adds events as the last thing of a transaction: the lock, which its end releases, makes ids grow in the order of
 * commits. Without it a reader could pass by an event that a slower transaction was given an earlier id for.
 */
export async function publish(rows: TenantRows, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`select pg_advisory_xact_lock(${lock})`.execute(rows);
  await rows
    .insertInto("muster.event")
    .values(events.map(({ repository, scan, kind, detail }) => ({ tenant_id: rows.tenancy.tenant, repository_id: repository, scan_id: scan ?? null, kind, detail: JSON.stringify(detail) })))
    .execute();
}

export interface EventFilter {
  readonly kinds: readonly EventKind[];
  readonly repository?: number;
  readonly scan?: number;
}

/** What a tenant is told after an event, in order. */
export async function eventsAfter(rows: TenantRows, id: number, { kinds, repository, scan }: EventFilter, limit: number): Promise<readonly StoreEvent[]> {
  const found = await rows
    .selectFrom("muster.event")
    .select(["id", "repository_id", "scan_id", "kind", "detail", "at"])
    .where("id", ">", id)
    .where("kind", "in", kinds)
    .$if(repository !== undefined, (query) => query.where("repository_id", "=", repository ?? 0))
    .$if(scan !== undefined, (query) => query.where("scan_id", "=", scan ?? 0))
    .orderBy("id")
    .limit(limit)
    .execute();
  return found.map(({ repository_id, scan_id, ...event }) => ({ ...event, repository: repository_id, ...(scan_id !== null && { scan: scan_id }) }));
}

/** The id of the newest event of all tenants, 0 before the first. */
export async function lastEvent({ rows }: Database): Promise<number> {
  const row = await rows.selectFrom("muster.event").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

/** Forgets events that nobody will go on from any more. */
export async function forgetEvents({ rows }: Database, before: Date): Promise<void> {
  await rows.deleteFrom("muster.event").where("at", "<", before).execute();
}
