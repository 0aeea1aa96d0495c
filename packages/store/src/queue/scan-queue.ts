import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { fromKysely, PgBoss, type Job } from "pg-boss";
import type { Database } from "../database/database.ts";
import { scanColumns, scanOf, type Scan } from "../scans/scans.ts";
import { asTenant, type TenantRows } from "../tenants/as-tenant.ts";

/** One scan to be made, as a worker is given it. */
export interface ScanJob {
  readonly tenant: number;
  readonly repository: number;
  readonly scan: number;
}

/** What a worker is told beside the job. */
export interface JobLease {
  /** Aborted when the job was cancelled, or given to another worker, or this one is to end. */
  readonly signal: AbortSignal;
  /** Whether an error thrown now ends the job: there is no other attempt. */
  readonly last: boolean;
}

/** The jobs that wait and that run. */
export interface QueueDepth {
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
}

export interface QueueOptions {
  /** What goes wrong between jobs: told and gone on from. */
  onError(error: Error): void;
}

const queue = "scan";
/** Parts of large scans, that others than the worker of the scan may read. */
const shardQueue = "shard";
const schema = "muster_queue";

/**
 * A lease is lost after this many seconds without a sign of life; another worker then takes the job up. `retries` are for
 * what passes: of how often a job may end its worker, the scan itself keeps count.
 */
const lease = { heartbeatSeconds: 10, expireInSeconds: 4 * 3600 };
const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 60 };

/** Scans that are asked for and not made yet, in the same database: on either engine the same queue. */
export class ScanQueue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  static async open(database: Database, { onError }: QueueOptions): Promise<ScanQueue> {
    const boss = new PgBoss({ db: database.queue, backend: database.engine, schema, schedule: false, registerInstance: false, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, maintenanceIntervalSeconds: 600, queueCacheIntervalSeconds: 30, reindex: false, monitorVacuum: false });
    boss.on("error", onError);
    await boss.start();
    await boss.createQueue(queue, { ...lease, ...retries, deleteAfterSeconds: 24 * 3600 });
    // Nothing depends on them: whoever holds the scan reads the parts that nobody takes.
    await boss.createQueue(shardQueue, { ...lease, retryLimit: 1, deleteAfterSeconds: 3600 });
    return new ScanQueue(boss);
  }

  /** Adds a scan, as the last thing of the transaction that asks for it: both are there or neither. */
  add(rows: TenantRows, scan: Scan): Promise<void> {
    return this.addAll(rows, [scan]);
  }

  /** Adds several, as the last thing of a transaction. */
  async addAll(rows: TenantRows, scans: readonly Scan[]): Promise<void> {
    const jobs = [];
    for (const scan of scans) jobs.push(await this.#jobOf(rows, scan));
    // The queue's tables are not the tenant's.
    await sql`select set_config('role', 'none', true)`.execute(rows);
    for (const { data, ...options } of jobs) await this.#boss.send(queue, data, { ...options, db: fromKysely(rows) });
  }

  /** Tells other workers of so many parts of a scan; as the last thing of a transaction. */
  async addShards(rows: TenantRows, { id, repository }: Pick<Scan, "id" | "repository">, count: number): Promise<void> {
    const data: ScanJob = { tenant: rows.tenancy.tenant, repository, scan: id };
    await sql`select set_config('role', 'none', true)`.execute(rows);
    for (let part = 0; part < count; part++) await this.#boss.send(shardQueue, data, { db: fromKysely(rows) });
  }

  async #jobOf(rows: TenantRows, { id, repository, priority }: Scan): Promise<{ readonly id: string; readonly priority: number; readonly data: ScanJob }> {
    const job = randomUUID();
    await rows.updateTable("muster.scan").set({ job_id: job }).where("id", "=", id).execute();
    const { waiting } = await rows.selectFrom("muster.scan").select((is) => is.fn.countAll<number>().as("waiting")).where("repository_id", "=", repository).where("state", "=", "queued").where("id", "<>", id).executeTakeFirstOrThrow();
    // What a repository has waiting counts against it: the first scan of one comes before the second of another.
    const rank = (priority === "interactive" ? 1_000_000 : 0) - Math.min(waiting, 900_000);
    const data: ScanJob = { tenant: rows.tenancy.tenant, repository, scan: id };
    return { id: job, priority: rank, data };
  }

  /** Takes a scan out of the queue, or from its worker. */
  async cancel(database: Database, scan: number): Promise<void> {
    const row = await database.rows.selectFrom("muster.scan").select("job_id").where("id", "=", scan).executeTakeFirst();
    if (row !== undefined && row.job_id !== null) await this.#boss.cancel(queue, row.job_id);
  }

  /** Takes jobs up, so many at once. What `work` throws has the job tried again later. */
  async work(concurrency: number, work: (job: ScanJob, lease: JobLease) => Promise<void>): Promise<void> {
    await this.#boss.work<ScanJob>(queue, { localConcurrency: concurrency, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 2, batchSize: 1 }, async (jobs: readonly Job<ScanJob>[]) => {
      for (const { data, signal, retryCount } of jobs) await work(data, { signal, last: retryCount >= retries.retryLimit });
    });
  }

  /** Takes parts of scans up, so many at once. */
  async workShards(concurrency: number, work: (job: ScanJob, lease: JobLease) => Promise<void>): Promise<void> {
    await this.#boss.work<ScanJob>(shardQueue, { localConcurrency: concurrency, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 2, batchSize: 1 }, async (jobs: readonly Job<ScanJob>[]) => {
      for (const { data, signal } of jobs) await work(data, { signal, last: true });
    });
  }

  /**
   * Adds scans again whose job is gone: a job ends for good after so many lost workers, and with the last of them nobody was
   * left to say so of its scan. Answers how many.
   */
  async revive(database: Database): Promise<number> {
    const { rows: lost } = await sql<{ readonly id: number; readonly tenant: number }>`
      select scan.id, scan.tenant_id as tenant from muster.scan as scan
      where scan.state in ('queued', 'running') and not exists (select from ${sql.table(`${schema}.job`)} as job where job.name = ${queue} and job.id = scan.job_id and job.state::text in ('created', 'retry', 'active'))
      order by scan.id limit 1000`.execute(database.rows);
    let revived = 0;
    for (const { id, tenant } of lost) {
      revived += await asTenant(database, { tenant }, async (rows) => {
        // Whoever comes second finds a job that is not lost.
        const row = await rows.selectFrom("muster.scan").select([...scanColumns, "job_id"]).where("id", "=", id).where("state", "in", ["queued", "running"]).forNoKeyUpdate().skipLocked().executeTakeFirst();
        if (row === undefined || (await this.#isAlive(database, row.job_id))) return 0;
        await this.add(rows, scanOf(row));
        return 1;
      });
    }
    return revived;
  }

  async #isAlive({ engine, rows }: Database, job: string | null): Promise<boolean> {
    // The one connection of an embedded database is in use, and there is no second process that revives.
    if (job === null || engine === "pglite") return false;
    const { rows: found } = await sql<{ readonly id: string }>`select id from ${sql.table(`${schema}.job`)} where name = ${queue} and id = ${job}::uuid and state::text in ('created', 'retry', 'active')`.execute(rows);
    return found.length > 0;
  }

  /** Takes no more jobs up, and waits for those in hand; what is not done in time is another worker's. */
  async rest(timeoutMs: number): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: timeoutMs, close: false });
  }

  async depth(): Promise<QueueDepth> {
    const found = await this.#boss.getQueue(queue);
    return { waiting: found?.queuedCount ?? 0, running: found?.activeCount ?? 0, failed: found?.failedCount ?? 0 };
  }
}
