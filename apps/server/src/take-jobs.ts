import { removeLeftContents } from "@muster/scanner";
import { endExpiredTriage, forgetEvents, forgetSharedFacts, type Database, type JobLease, type ScanJob, type ScanQueue } from "@muster/store";
import { pollDue, runScanJob, runShardJob, type JobEnd, type WorkerSettings } from "@muster/worker";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { Slots } from "./slots.ts";

export interface JobSettings {
  readonly worker: WorkerSettings;
  /** Scans, and parts of scans, that this process makes at once. */
  readonly concurrency: number;
  /** A commit of more bytes is read in parts by all workers. Without it none is. */
  readonly shardBytes?: number;
}

/** Has this process make scans, and read parts of those of other workers. */
export async function takeJobs(database: Database, queue: ScanQueue, { worker, concurrency, shardBytes }: JobSettings, log: Log, metrics?: Metrics): Promise<void> {
  removeLeftContents();
  const settings = shardBytes === undefined ? worker : { ...worker, shards: { bytes: shardBytes, queue } };
  const slots = new Slots(concurrency);
  const take = (what: string, work: (job: ScanJob, lease: JobLease) => Promise<JobEnd>) => (job: ScanJob, lease: JobLease): Promise<void> =>
    slots.hold(async () => {
      const begun = Date.now();
      log.info({ ...job }, `${what} taken up`);
      try {
        const { outcome, reason } = await work(job, lease);
        metrics?.jobs.inc({ outcome });
        log.info({ ...job, outcome, ms: Date.now() - begun, ...(reason !== undefined && { reason }) }, `${what} ended`);
      } catch (error) {
        metrics?.jobs.inc({ outcome: "retried" });
        log.warn({ ...job, err: error, ms: Date.now() - begun }, `${what} is to be tried again`);
        throw error;
      } finally {
        metrics?.jobSeconds.observe((Date.now() - begun) / 1000);
      }
    });
  await queue.work(concurrency, take("scan", (job, lease) => runScanJob(database, job, lease, settings)));
  if (shardBytes !== undefined) await queue.workShards(concurrency, take("part of a scan", (job, lease) => runShardJob(database, job, lease, settings)));
}

const hour = 3_600_000;
const halfMinute = 30_000;
const fewSeconds = 5000;

/** Now and then forgets what nobody goes on from any more, ends decisions whose last day is over, and takes up again what was lost. The answer ends it. */
export function keepTidy(database: Database, queue: ScanQueue, log: Log): () => void {
  const timers = [
    every(hour, "tidying up failed", log, async () => {
      await forgetEvents(database, new Date(Date.now() - 24 * hour));
      await forgetSharedFacts(database, new Date(Date.now() - 7 * 24 * hour));
      const ended = await endExpiredTriage(database, new Date().toISOString().slice(0, 10));
      if (ended > 0) log.info({ repositories: ended }, "decisions on findings have expired");
    }),
    every(halfMinute, "lost scans could not be looked for", log, async () => {
      const revived = await queue.revive(database);
      if (revived > 0) log.warn({ revived }, "scans whose jobs were lost are queued again");
    }),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

/** Looks now and then at repositories whose hosts tell of nothing. The answer ends it. */
export function pollRepositories(database: Database, queue: ScanQueue, settings: WorkerSettings, log: Log): () => void {
  const stop = new AbortController();
  const timer = every(fewSeconds, "repositories could not be looked at", log, async () => {
    for (const { outcome, ...poll } of await pollDue(database, queue, settings.mirrors, stop.signal)) {
      if (outcome === "failed") log.warn(poll, "a repository could not be looked at");
      else if (outcome === "queued") log.info(poll, "a new commit is queued");
    }
  });
  return () => {
    clearInterval(timer);
    stop.abort(new Error("the process ends"));
  };
}

/** Does something again and again, beginning now; what goes wrong is told and tried again. */
function every(ms: number, complaint: string, log: Log, work: () => Promise<void>): NodeJS.Timeout {
  let busy = false;
  const run = (): void => {
    if (busy) return;
    busy = true;
    work()
      .catch((error: unknown) => log.warn({ err: error }, complaint))
      .finally(() => (busy = false));
  };
  run();
  return setInterval(run, ms).unref();
}
