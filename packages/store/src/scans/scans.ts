import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { publish } from "./events.ts";
import type { ScanOrigin, ScanPriority, ScanProgress, ScanState, ScanSummary } from "./scan.ts";

/** The scan of one commit of one repository, from its request on. */
export interface Scan {
  readonly id: number;
  readonly repository: number;
  /** What was asked for: a ref's name, or a commit. */
  readonly reference: string;
  /** Known once the ref was looked up. */
  readonly commit?: string;
  readonly state: ScanState;
  readonly origin: ScanOrigin;
  readonly priority: ScanPriority;
  readonly attempts: number;
  readonly reason?: string;
  readonly progress?: ScanProgress;
  readonly summary?: ScanSummary;
  /** SHA-256 of the result's bytes. */
  readonly resultSha256?: string;
  readonly toolVersion?: string;
  readonly supersededBy?: number;
  readonly requestedAt: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
}

export interface ScanRequest {
  readonly repository: number;
  readonly reference: string;
  readonly priority: ScanPriority;
}

/** `known`: the commit has a result, or a scan on its way. */
export type RequestedScan = { readonly status: "queued" | "known"; readonly scan: Scan };

/** Whether a reference names one commit and no other, ever. */
export function isCommitId(reference: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(reference);
}

/** Asks for a scan. One that failed or was cancelled is asked for again; of one commit there is never a second one. */
export async function requestScan(rows: TenantRows, { repository, reference, priority }: ScanRequest): Promise<RequestedScan> {
  const commit = isCommitId(reference) ? reference : null;
  const known = await rows
    .selectFrom("muster.scan")
    .select(scanColumns)
    .where("repository_id", "=", repository)
    .where((is) => (commit !== null ? is.and([is("commit_sha", "=", commit), is("state", "<>", "superseded")]) : is.and([is("commit_sha", "is", null), is("reference", "=", reference), is("state", "=", "queued")])))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (known !== undefined) {
    if (known.state !== "failed" && known.state !== "cancelled" && known.state !== "quarantined") return { status: "known", scan: scanOf(known) };
    const again = await rows.updateTable("muster.scan").set({ state: "queued", priority, attempts: 0, reason: null, progress: null, requested_at: new Date(), started_at: null, ended_at: null }).where("id", "=", known.id).returning(scanColumns).executeTakeFirstOrThrow();
    return { status: "queued", scan: scanOf(again) };
  }
  const made = await rows
    .insertInto("muster.scan")
    .values({ tenant_id: rows.tenancy.tenant, repository_id: repository, reference, commit_sha: commit, state: "queued", priority, reason: null, result_sha256: null, tool_version: null, job_id: null, superseded_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning(scanColumns)
    .executeTakeFirst();
  // Someone else asked for the same commit between the two statements.
  return made === undefined ? requestScan(rows, { repository, reference, priority }) : { status: "queued", scan: scanOf(made) };
}

/** How often a scan may break off with its worker before it is suspected of ending it. */
const patience = 3;
/** How often it may do so at all: something always breaks it off, be it the scan or not. */
const mostAttempts = 20;

/**
 * - `started`: this attempt holds the scan; what it writes names the attempt, so that an earlier one that comes back writes nothing.
 *   `suspect` where it broke off with its worker several times: whether it was what ended them is not known.
 * - `settled`: nothing is left to do.
 * - `poison`: it broke off with its worker again and again.
 */
export type StartedScan = { readonly status: "started"; readonly scan: Scan; readonly suspect: boolean } | { readonly status: "settled" } | { readonly status: "poison"; readonly scan: Scan };

/** Takes a scan up: at first, or after a worker was lost with it. */
export async function startScan(rows: TenantRows, id: number): Promise<StartedScan> {
  const row = await rows
    .updateTable("muster.scan")
    .set((is) => ({ state: "running", attempts: is("attempts", "+", 1), started_at: new Date(), progress: null }))
    .where("id", "=", id)
    .where("state", "in", ["queued", "running"])
    .returning(scanColumns)
    .executeTakeFirst();
  if (row === undefined) return { status: "settled" };
  const scan = scanOf(row);
  if (scan.attempts > mostAttempts) return { status: "poison", scan };
  await publish(rows, [{ repository: scan.repository, scan: id, kind: "scan", detail: { state: "running" } }]);
  return { status: "started", scan, suspect: scan.attempts > patience };
}

/**
 * Binds a scan of a ref to the commit that the ref turned out to name. Where another scan is of that commit, this one is
 * superseded, and the other is answered.
 */
export async function bindCommit(rows: TenantRows, scan: Scan, commit: string): Promise<{ readonly status: "bound"; readonly scan: Scan } | { readonly status: "superseded"; readonly by: Scan }> {
  if (scan.commit === commit) return { status: "bound", scan };
  // Itself it may be: another attempt, which lost its lease meanwhile, found the same.
  const other = await rows.selectFrom("muster.scan").select(scanColumns).where("repository_id", "=", scan.repository).where("id", "<>", scan.id).where("commit_sha", "=", commit).where("state", "<>", "superseded").executeTakeFirst();
  if (other !== undefined) {
    await rows.updateTable("muster.scan").set({ state: "superseded", superseded_by: other.id, ended_at: new Date(), progress: null }).where("id", "=", scan.id).execute();
    await publish(rows, [{ repository: scan.repository, scan: scan.id, kind: "scan", detail: { state: "superseded" } }]);
    return { status: "superseded", by: scanOf(other) };
  }
  const row = await rows.updateTable("muster.scan").set({ commit_sha: commit }).where("id", "=", scan.id).returning(scanColumns).executeTakeFirstOrThrow();
  return { status: "bound", scan: scanOf(row) };
}

/** Notes how far an attempt is. False where it no longer holds the scan, and is to stop. */
export async function noteProgress(rows: TenantRows, { id, attempts, repository }: Scan, progress: ScanProgress): Promise<boolean> {
  const row = await rows.updateTable("muster.scan").set({ progress: JSON.stringify(progress) }).where("id", "=", id).where("attempts", "=", attempts).where("state", "=", "running").returning("id").executeTakeFirst();
  if (row === undefined) return false;
  await publish(rows, [{ repository, scan: id, kind: "progress", detail: { ...progress } }]);
  return true;
}

/** Puts a scan back where its attempt could not go on for a reason that may pass. */
export async function releaseScan(rows: TenantRows, { id, attempts }: Scan, reason: string): Promise<void> {
  await rows.updateTable("muster.scan").set((is) => ({ state: "queued", attempts: is("attempts", "-", 1), reason, progress: null })).where("id", "=", id).where("attempts", "=", attempts).where("state", "=", "running").execute();
}

/**
 * Ends a scan without a result. One that has ended already stays as it is, and so does one that another attempt than the one that is named holds;
 * undefined then.
 */
export async function endScan(rows: TenantRows, id: number, state: Extract<ScanState, "failed" | "cancelled" | "quarantined">, reason: string, attempt?: number): Promise<Scan | undefined> {
  const row = await rows
    .updateTable("muster.scan")
    .set({ state, reason, ended_at: new Date(), progress: null })
    .where("id", "=", id)
    .where("state", "in", ["queued", "running"])
    .$if(attempt !== undefined, (query) => query.where("attempts", "=", attempt ?? 0))
    .returning(scanColumns)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await publish(rows, [{ repository: row.repository_id, scan: id, kind: "scan", detail: { state, reason } }]);
  return scanOf(row);
}

export async function scansById(rows: TenantRows, ids: readonly number[]): Promise<readonly Scan[]> {
  if (ids.length === 0) return [];
  return (await rows.selectFrom("muster.scan").select(scanColumns).where("id", "in", ids).execute()).map(scanOf);
}

export async function scanById(rows: TenantRows, id: number): Promise<Scan | undefined> {
  return (await scansById(rows, [id]))[0];
}

/** The scan that a commit has, or a ref's commit. */
export async function scanOfReference(rows: TenantRows, repository: number, reference: string): Promise<Scan | undefined> {
  const row = await rows
    .selectFrom("muster.scan")
    .select(scanColumns)
    .where("repository_id", "=", repository)
    .where("state", "<>", "superseded")
    .where((is) => is.or([is("commit_sha", "=", reference), is("commit_sha", "in", is.selectFrom("muster.ref").select("muster.ref.commit_sha").where("muster.ref.repository_id", "=", repository).where(sql<boolean>`muster.ref.name in (${reference}, ${`refs/heads/${reference}`}, ${`refs/tags/${reference}`})`))]))
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row === undefined ? undefined : scanOf(row);
}

export const scanColumns = ["id", "repository_id", "reference", "commit_sha", "state", "origin", "priority", "attempts", "reason", "progress", "summary", "result_sha256", "tool_version", "superseded_by", "requested_at", "started_at", "ended_at"] as const;

export interface ScanRow {
  readonly id: number;
  readonly repository_id: number;
  readonly reference: string;
  readonly commit_sha: string | null;
  readonly state: ScanState;
  readonly origin: ScanOrigin;
  readonly priority: ScanPriority;
  readonly attempts: number;
  readonly reason: string | null;
  readonly progress: ScanProgress | null;
  readonly summary: ScanSummary | null;
  readonly result_sha256: string | null;
  readonly tool_version: string | null;
  readonly superseded_by: number | null;
  readonly requested_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
}

export function scanOf(row: ScanRow): Scan {
  return {
    id: row.id,
    repository: row.repository_id,
    reference: row.reference,
    state: row.state,
    origin: row.origin,
    priority: row.priority,
    attempts: row.attempts,
    requestedAt: row.requested_at,
    ...(row.commit_sha !== null && { commit: row.commit_sha }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.progress !== null && { progress: row.progress }),
    ...(row.summary !== null && { summary: row.summary }),
    ...(row.result_sha256 !== null && { resultSha256: row.result_sha256 }),
    ...(row.tool_version !== null && { toolVersion: row.tool_version }),
    ...(row.superseded_by !== null && { supersededBy: row.superseded_by }),
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}
