import type { Database } from "../database/database.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** A scan of the service's own with a result, that no ledger holds yet. */
export interface OpenScan {
  readonly id: number;
  readonly commit: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Whether the commit was on the main ref when it was fetched. */
  readonly onMain: boolean;
}

/** Repositories of which something is to be written into a ledger. */
export async function evidenceWork({ rows }: Database): Promise<readonly { readonly tenant: number; readonly repository: number }[]> {
  const moves = rows.selectFrom("muster.ref_update").select(["tenant_id", "repository_id"]).where("sequence", "is", null);
  const scans = rows
    .selectFrom("muster.scan as scan")
    .leftJoin("muster.scan_record as record", "record.scan_id", "scan.id")
    .select(["scan.tenant_id", "scan.repository_id"])
    .where("scan.state", "in", ["complete", "partial"])
    .where("scan.origin", "=", "service")
    .where("record.scan_id", "is", null);
  const found = await moves.union(scans).execute();
  return found.map(({ tenant_id, repository_id }) => ({ tenant: tenant_id, repository: repository_id })).sort((a, b) => a.repository - b.repository);
}

/** The oldest first. */
export async function openScans(rows: TenantRows, repository: number, limit: number): Promise<readonly OpenScan[]> {
  const found = await rows
    .selectFrom("muster.scan as scan")
    .leftJoin("muster.commit as commit", (join) => join.onRef("commit.repository_id", "=", "scan.repository_id").onRef("commit.sha", "=", "scan.commit_sha"))
    .leftJoin("muster.scan_record as record", "record.scan_id", "scan.id")
    .select(["scan.id as id", "scan.commit_sha as sha", "scan.started_at as started", "scan.ended_at as ended", "commit.on_main as main"])
    .where("scan.repository_id", "=", repository)
    .where("scan.state", "in", ["complete", "partial"])
    .where("scan.origin", "=", "service")
    .where("record.scan_id", "is", null)
    .orderBy("scan.id")
    .limit(limit)
    .execute();
  return found.flatMap(({ id, sha, started, ended, main }) => (sha === null || started === null || ended === null ? [] : [{ id, commit: sha, startedAt: started, endedAt: ended, onMain: main === true }]));
}

/** Says where a scan stands in the ledger. `state`: what a history remembers of its commit. */
export async function placeScan(rows: TenantRows, repository: number, scan: number, sequence: number, state: Uint8Array): Promise<void> {
  await rows.insertInto("muster.scan_record").values({ tenant_id: rows.tenancy.tenant, repository_id: repository, scan_id: scan, sequence, state }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** The place in the ledger of a commit's scan; undefined where it is not there (yet). */
export async function recordedScan(rows: TenantRows, repository: number, commit: string): Promise<number | undefined> {
  const row = await rows.selectFrom("muster.scan_record as record").innerJoin("muster.scan as scan", "scan.id", "record.scan_id").select("record.sequence as sequence").where("scan.repository_id", "=", repository).where("scan.commit_sha", "=", commit).orderBy("record.sequence", "desc").limit(1).executeTakeFirst();
  return row?.sequence;
}

/** What is remembered of commits, by their ids. */
export async function commitStates(rows: TenantRows, repository: number, commits: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (let start = 0; start < commits.length; start += mostAsked) {
    const part = await rows
      .selectFrom("muster.scan_record as record")
      .innerJoin("muster.scan as scan", "scan.id", "record.scan_id")
      .select(["scan.commit_sha as sha", "record.state as state"])
      .where("record.repository_id", "=", repository)
      .where("scan.commit_sha", "in", commits.slice(start, start + mostAsked))
      .execute();
    for (const { sha, state } of part) if (sha !== null) found.set(sha, state);
  }
  return found;
}

const mostAsked = 500;

/** The last place of a repository's ledger that the database knows of; -1 before the first. */
export async function lastPlace(rows: TenantRows, repository: number): Promise<number> {
  const places = await Promise.all(
    (["muster.ref_update", "muster.scan_record", "muster.waiver_request"] as const).map((table) =>
      rows.selectFrom(table).select((is) => is.fn.max("sequence").as("last")).where("repository_id", "=", repository).executeTakeFirst(),
    ),
  );
  return Math.max(-1, ...places.map((place) => Number(place?.last ?? -1)));
}
