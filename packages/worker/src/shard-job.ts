import { setTimeout as wait } from "node:timers/promises";
import { readShard, type SharedFacts } from "@muster/scanner";
import { asTenant, beatShard, claimShard, endShard, keepSharedFacts, openShards, releaseShard, repositoryById, scanById, sharedFactsOf, shardProgress, type ClaimedShard, type Database, type JobLease, type Scan, type ScanJob, type ScanQueue, type TenantRows } from "@muster/store";
import { fetchCommit } from "./mirror/mirror.ts";
import { git } from "./mirror/read-git.ts";
import type { JobEnd, WorkerSettings } from "./scan-job.ts";

/** How a large repository is parted. */
export interface ShardSettings {
  /** A commit whose files have more bytes is read in parts of about so many, by whichever workers are free. */
  readonly bytes: number;
  /** Where other workers are told of the parts. */
  readonly queue: Pick<ScanQueue, "addShards">;
}

type Run = <T>(work: (rows: TenantRows) => Promise<T>) => Promise<T>;

/** More parts bring more overhead than workers. */
const mostShards = 16;
const beatMs = 10_000;

/** Facts of one tenant, in the database that all workers share. */
export function sharedFacts(run: Run): SharedFacts {
  return { get: (keys) => run((rows) => sharedFactsOf(rows, keys)), put: (entries) => run((rows) => keepSharedFacts(rows, entries)) };
}

/** In how many parts a commit is read: one where it is small. */
export async function shardCount(folder: string, commit: string, { bytes }: ShardSettings, signal: AbortSignal): Promise<number> {
  const listed = await git(folder, ["ls-tree", "-r", "-l", commit], signal);
  // `100644 blob <id>    <size>\t<path>`; what could not be listed is told by the scan.
  const total = listed.status === "done" ? listed.stdout.split("\n").reduce((sum, line) => sum + (Number(/^\d+ blob \S+ +(?<size>\d+)\t/u.exec(line)?.groups?.["size"]) || 0), 0) : 0;
  return Math.min(mostShards, Math.max(1, Math.ceil(total / bytes)));
}

/** What one part is read of, and with what. */
interface Reading {
  readonly run: Run;
  readonly scan: Scan;
  readonly folder: string;
  readonly commit: string;
  readonly scans: WorkerSettings["scans"];
  readonly signal: AbortSignal;
}

/**
 * Has a commit read in parts: other workers are told, and this one takes parts as they do, so that a single worker comes to
 * the end too, and no part waits for one that is gone. Resolves when the facts of all parts are there.
 */
export async function readInShards(of: number, { queue }: ShardSettings, reading: Reading, progress: (done: number) => Promise<boolean>): Promise<void> {
  const { run, scan, signal } = reading;
  await run(async (rows) => {
    await openShards(rows, scan, of);
    await queue.addShards(rows, scan, of - 1);
  });
  for (;;) {
    signal.throwIfAborted();
    const claimed = await run((rows) => claimShard(rows, scan.id));
    if (claimed !== undefined) await readClaimed(claimed, reading);
    const { done, of: all } = await run((rows) => shardProgress(rows, scan.id));
    if (!(await progress(done)) || done >= all) return;
    if (claimed === undefined) await wait(500, undefined, { signal });
  }
}

async function readClaimed(shard: ClaimedShard, { run, scan, folder, commit, scans, signal }: Reading): Promise<void> {
  const beat = setInterval(() => void run((rows) => beatShard(rows, scan.id, shard)).catch(() => undefined), beatMs); // One sign of life that is lost is not missed.
  try {
    await readShard({ ...scans, root: folder, commit, sharedFacts: sharedFacts(run), signal }, shard);
    await run((rows) => endShard(rows, scan.id, shard));
  } catch (error) {
    await run((rows) => releaseShard(rows, scan.id, shard)).catch(() => undefined); // Without it, it is another's after a while.
    throw error;
  } finally {
    clearInterval(beat);
  }
}

/** Reads one part of another worker's scan, where one is left. */
export async function runShardJob(database: Database, job: ScanJob, lease: JobLease, settings: WorkerSettings): Promise<JobEnd> {
  const run: Run = (work) => asTenant(database, { tenant: job.tenant }, work);
  const scan = await run((rows) => scanById(rows, job.scan));
  const repository = await run((rows) => repositoryById(rows, job.repository));
  if (scan?.state !== "running" || scan.commit === undefined || repository === undefined || repository.quarantine !== undefined) return { outcome: "settled" };
  const { done, of } = await run((rows) => shardProgress(rows, scan.id));
  if (done >= of) return { outcome: "settled" };
  const fetched = await fetchCommit(repository, scan.commit, settings.mirrors, lease.signal);
  if (fetched.status !== "ready") return { outcome: "failed", reason: fetched.reason };
  const claimed = await run((rows) => claimShard(rows, scan.id));
  if (claimed === undefined) return { outcome: "settled" };
  await readClaimed(claimed, { run, scan, folder: fetched.folder, commit: fetched.commit, scans: settings.scans, signal: lease.signal });
  return { outcome: "kept" };
}
