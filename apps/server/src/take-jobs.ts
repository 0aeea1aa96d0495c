import { forgetEvents, type Database, type ScanQueue } from "@muster/store";
import { runScanJob, type WorkerSettings } from "@muster/worker";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** Has this process make scans, so many at once. */
export async function takeJobs(database: Database, queue: ScanQueue, settings: WorkerSettings, concurrency: number, log: Log, metrics?: Metrics): Promise<void> {
  await queue.work(concurrency, async (job, lease) => {
    const begun = Date.now();
    log.info({ ...job }, "scan taken up");
    try {
      const { outcome, reason } = await runScanJob(database, job, lease, settings);
      metrics?.jobs.inc({ outcome });
      log.info({ ...job, outcome, ms: Date.now() - begun, ...(reason !== undefined && { reason }) }, "scan ended");
    } catch (error) {
      metrics?.jobs.inc({ outcome: "retried" });
      log.warn({ ...job, err: error, ms: Date.now() - begun }, "scan is to be tried again");
      throw error;
    } finally {
      metrics?.jobSeconds.observe((Date.now() - begun) / 1000);
    }
  });
}

const hour = 3_600_000;

/** Now and then forgets what nobody goes on from any more. The answer ends it. */
export function keepTidy(database: Database, log: Log): () => void {
  const timer = setInterval(() => {
    forgetEvents(database, new Date(Date.now() - 24 * hour)).catch((error: unknown) => log.warn({ err: error }, "old events could not be removed"));
  }, hour);
  timer.unref();
  return () => clearInterval(timer);
}
