import { scan, type ScanRequest } from "@muster/scanner";
import { asTenant, bindCommit, endScan, keepRefs, keepResult, makeCurrent, noteProgress, quarantine, releaseScan, repositoryById, startScan, type Database, type JobLease, type Repository, type Scan, type ScanJob, type ScanProgress, type TenantRows } from "@muster/store";
import { confinedScan, ScanCrashError } from "./confined/confined-scan.ts";
import { fetchCommit, type MirrorSettings } from "./mirror/mirror.ts";
import { lastingResult, type Attempt } from "./lasting-result.ts";
import { nextProgress } from "./progress.ts";
import { RetryError } from "./retry-error.ts";
import { readInShards, shardCount, sharedFacts, type ShardSettings } from "./shard-job.ts";

/** What every scan of a worker is made with. */
export type ScanSettings = Omit<ScanRequest, "root" | "commit" | "signal">;

export interface WorkerSettings {
  readonly mirrors: MirrorSettings;
  readonly scans: ScanSettings;
  /** How large commits are parted. Without it one worker reads each as a whole. */
  readonly shards?: ShardSettings;
}

/** What became of one job, for the log. */
export interface JobEnd {
  readonly outcome: "kept" | "settled" | "superseded" | "failed" | "quarantined" | "cancelled";
  readonly reason?: string;
}

/**
 * Makes one scan: fetches the commit, scans it, keeps the result. Each step may be the last of a worker that is killed;
 * whoever takes the job up then begins anew, and keeps no second result. Throws where it is to be tried again.
 */
export async function runScanJob(database: Database, job: ScanJob, lease: JobLease, settings: WorkerSettings): Promise<JobEnd> {
  const run = <T>(work: (rows: TenantRows) => Promise<T>): Promise<T> => asTenant(database, { tenant: job.tenant }, work);
  const started = await run((rows) => startScan(rows, job.scan));
  if (started.status === "settled") return { outcome: "settled" };
  const end = async (outcome: "failed" | "quarantined", reason: string): Promise<JobEnd> => {
    const ended = await run((rows) => endScan(rows, job.scan, outcome, reason, started.scan.attempts));
    return ended === undefined ? { outcome: "settled", reason } : { outcome, reason };
  };
  const setAside = async (why: string): Promise<JobEnd> => {
    const reason = `${why} Release the repository once the cause is known.`;
    await run((rows) => quarantine(rows, job.repository, reason));
    return end("quarantined", reason);
  };
  if (started.status === "poison") {
    return setAside(`Its scan was broken off ${started.scan.attempts - 1} times.`);
  }
  const repository = await run((rows) => repositoryById(rows, job.repository));
  if (repository === undefined) return { outcome: "settled" };
  if (repository.quarantine !== undefined) return end("quarantined", repository.quarantine.reason);
  try {
    return await attempt(repository, started, run, end, lease, settings);
  } catch (error) {
    const cancelled = lease.signal.aborted;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && lasting.has(error.name)) return end("failed", reason);
    if (error instanceof ScanCrashError && !cancelled) return setAside(`Its scan broke off with its worker ${started.scan.attempts - 1} times, and then, alone, ${reason}.`);
    if (lease.last && !cancelled) return end("failed", reason);
    await run((rows) => releaseScan(rows, started.scan, reason));
    throw error;
  }
}

/** Names of errors that another attempt would end with too. What git does not answer about a commit that was just fetched, it may answer later. */
const lasting: ReadonlySet<string> = new Set(["PluginLoadError"]);

async function attempt(repository: Repository, { scan: started, suspect }: { readonly scan: Scan; readonly suspect: boolean }, run: <T>(work: (rows: TenantRows) => Promise<T>) => Promise<T>, end: (outcome: "failed", reason: string) => Promise<JobEnd>, lease: JobLease, { mirrors, scans, shards }: WorkerSettings): Promise<JobEnd> {
  const fetched = await fetchCommit(repository, started.reference, mirrors, lease.signal);
  if (fetched.status === "failed") throw new RetryError(fetched.reason);
  if (fetched.status === "refused") return end("failed", fetched.reason);
  const bound = await run(async (rows) => {
    await keepRefs(rows, repository.id, { ...fetched.seen, commits: [...(fetched.seen?.commits ?? []), { sha: fetched.commit, committedAt: fetched.committedAt, onMain: fetched.onMain }] });
    const result = await bindCommit(rows, started, fetched.commit);
    await makeCurrent(rows, repository.id);
    return result;
  });
  if (bound.status === "superseded") return { outcome: "superseded" };

  const stop = new AbortController();
  const isMine = async (done: ScanProgress): Promise<boolean> => {
    const mine = await run((rows) => noteProgress(rows, bound.scan, done));
    // Cancelled, or given to another worker: nobody waits for the result.
    if (!mine) stop.abort(new Error("the scan is no longer this worker's"));
    return mine;
  };
  const signal = AbortSignal.any([lease.signal, stop.signal]);
  const parts = shards === undefined || suspect ? 1 : await shardCount(fetched.folder, fetched.commit, shards, signal);
  if (shards !== undefined && parts > 1) await readInShards(parts, shards, { run, scan: bound.scan, folder: fetched.folder, commit: fetched.commit, scans, signal }, (done) => isMine({ stage: "read", done, total: parts }));
  if (stop.signal.aborted) return { outcome: "cancelled" };
  // By a clock that nobody sets: one that went back would have nothing told, and nobody stopped, for as long.
  let told = 0;
  const scanOnce = async (): Promise<Attempt | undefined> => {
    const running = (suspect ? confinedScan : scan)({ ...scans, root: fetched.folder, commit: fetched.commit, ...(parts > 1 && { sharedFacts: sharedFacts(run) }), signal });
    running.result.catch(() => undefined);
    let progress = { stage: "discover", done: 0, total: 0 };
    for await (const event of running) {
      progress = nextProgress(progress, event);
      if (performance.now() - told < 1000) continue;
      told = performance.now();
      await isMine(progress);
    }
    return stop.signal.aborted ? undefined : { result: await running.result, lasting: await running.lasting };
  };
  const found = await lastingResult(scanOnce);
  if (found === undefined) return { outcome: "cancelled" };
  const kept = await run((rows) => keepResult(rows, started.id, found));
  return { outcome: kept.status, ...(found.trouble !== undefined && { reason: found.trouble }) };
}
