import { openDatabase, ScanQueue, type DatabasePlace } from "@muster/store";
import { openLog, type LogLevel } from "./log.ts";
import { keepTidy, pollRepositories, takeJobs, type JobSettings } from "./take-jobs.ts";

export interface WorkSettings extends JobSettings {
  readonly database: DatabasePlace;
  readonly logLevel: LogLevel;
}

/** Makes scans of a shared database's queue until it is stopped; what is not done by then is another worker's. */
export async function work({ database: place, logLevel, ...settings }: WorkSettings): Promise<{ stop(): Promise<void> }> {
  const log = openLog(logLevel);
  const database = await openDatabase(place);
  const queue = await ScanQueue.open(database, { onError: (error) => log.error({ err: error }, "queue") });
  await takeJobs(database, queue, settings, log);
  const untidy = keepTidy(database, queue, log);
  const unpolled = pollRepositories(database, queue, settings.worker, log);
  log.info({ engine: database.engine, concurrency: settings.concurrency }, "working");
  return {
    stop: async () => {
      untidy();
      unpolled();
      await queue.rest(10_000);
      await database.close();
      log.info("stopped");
    },
  };
}
