import type { TenantRows } from "../tenants/as-tenant.ts";

/** That a ref moved, as a git host told it or as a look at the repository showed. Ids of zeros stand for "not there". */
export interface RefMove {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly at: Date;
  readonly kind: "fast-forward" | "force" | "create" | "delete";
  readonly source: "webhook" | "poll";
  /** A keyed hash of who pushed. */
  readonly actor?: string;
  readonly delivery?: string;
}

/** A move that no ledger holds yet. */
export interface OpenMove extends RefMove {
  readonly id: number;
}

/** Notes a move of a ref. False where it is none, or the last one that is known of the ref led there already. */
export async function noteRefMove(rows: TenantRows, repository: number, { ref, before, after, at, kind, source, actor, delivery }: RefMove): Promise<boolean> {
  if (before === after || (await lastMove(rows, repository, ref))?.after === after) return false;
  await rows
    .insertInto("muster.ref_update")
    .values({ tenant_id: rows.tenancy.tenant, repository_id: repository, ref, before_sha: before, after_sha: after, at, kind, source, actor: actor ?? null, delivery: delivery ?? null, sequence: null })
    .execute();
  return true;
}

/** Where a ref was left by the last move that is known. */
export async function lastMove(rows: TenantRows, repository: number, ref: string): Promise<{ readonly after: string; readonly at: Date } | undefined> {
  const row = await rows.selectFrom("muster.ref_update").select(["after_sha", "at"]).where("repository_id", "=", repository).where("ref", "=", ref).orderBy("id", "desc").limit(1).executeTakeFirst();
  return row === undefined ? undefined : { after: row.after_sha, at: row.at };
}

/** Where a ref was at a moment, by the moves that a ledger holds. */
export async function recordedMove(rows: TenantRows, repository: number, ref: string, until: Date): Promise<{ readonly after: string; readonly at: Date } | undefined> {
  const row = await rows.selectFrom("muster.ref_update").select(["after_sha", "at"]).where("repository_id", "=", repository).where("ref", "=", ref).where("at", "<=", until).where("sequence", "is not", null).orderBy("at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
  return row === undefined ? undefined : { after: row.after_sha, at: row.at };
}

export async function openMoves(rows: TenantRows, repository: number, limit: number): Promise<readonly OpenMove[]> {
  const found = await rows.selectFrom("muster.ref_update").selectAll().where("repository_id", "=", repository).where("sequence", "is", null).orderBy("id").limit(limit).execute();
  return found.map(({ id, ref, before_sha, after_sha, at, kind, source, actor, delivery }) => ({ id, ref, before: before_sha, after: after_sha, at, kind, source, ...(actor !== null && { actor }), ...(delivery !== null && { delivery }) }));
}

/** Says where a move stands in the ledger. */
export async function placeMove(rows: TenantRows, id: number, sequence: number): Promise<void> {
  await rows.updateTable("muster.ref_update").set({ sequence }).where("id", "=", id).execute();
}
