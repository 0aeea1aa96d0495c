import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerRepository } from "../repositories/repositories.ts";
import { endScan, requestScan } from "../scans/scans.ts";
import type { ScanPriority } from "../scans/scan.ts";
import { onEachEngine, openTestDatabase, type TestDatabase } from "../test-support/databases.ts";
import { ScanQueue, type JobLease, type ScanJob } from "./scan-queue.ts";

onEachEngine((engine) => {
  let held: TestDatabase;
  beforeAll(async () => {
    held = await openTestDatabase(engine);
  }, 120_000);
  afterAll(() => held[Symbol.asyncDispose]());

  const errors: Error[] = [];
  const open = (): Promise<ScanQueue> => ScanQueue.open(held.database, { onError: (error) => errors.push(error) });

  /** Asks for so many scans of a repository that is made for them. */
  async function ask(queue: ScanQueue, label: string, count: number, priority: ScanPriority): Promise<readonly number[]> {
    const { run } = await held.tenant();
    const repository = await run(async (rows) => (await registerRepository(rows, { name: label, location: `/${label}` })).repository.id);
    const scans: number[] = [];
    for (let index = 0; index < count; index++) {
      scans.push(
        await run(async (rows) => {
          const { scan } = await requestScan(rows, { repository, reference: `branch-${index}`, priority });
          await queue.add(rows, scan);
          return scan.id;
        }),
      );
    }
    return scans;
  }

  async function until(holds: () => boolean): Promise<void> {
    for (let tries = 0; !holds(); tries++) {
      if (tries > 600) throw new Error(`it did not come about; errors: ${errors.map(String).join(", ")}`);
      await wait(50);
    }
  }

  test("whoever waits comes first, then each repository in turn", async () => {
    const queue = await open();
    const big = await ask(queue, "big", 3, "batch");
    const small = await ask(queue, "small", 1, "batch");
    const urgent = await ask(queue, "urgent", 1, "interactive");
    const done: number[] = [];
    await queue.work(1, async ({ scan }) => void done.push(scan));
    await until(() => done.length === 5);
    await queue.rest(5000);
    expect(done).toEqual([urgent[0], big[0], small[0], big[1], big[2]]);
  }, 60_000);

  test("what is asked for in a transaction that breaks off is never taken up", async () => {
    const queue = await open();
    const { run } = await held.tenant();
    const asked = run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: "gone", location: "/gone" });
      await queue.add(rows, (await requestScan(rows, { repository: repository.id, reference: "main", priority: "batch" })).scan);
      throw new Error("the caller is gone");
    });
    await expect(asked).rejects.toThrow("the caller is gone");
    const [kept] = await ask(queue, "kept", 1, "batch");
    const done: number[] = [];
    await queue.work(2, async ({ scan }) => void done.push(scan));
    await until(() => done.length > 0);
    await queue.rest(5000);
    expect(done).toEqual([kept]);
  }, 60_000);

  test("what fails is tried again, and what is cancelled is told to its worker", async () => {
    const queue = await open();
    const [failing] = await ask(queue, "failing", 1, "interactive");
    const [endless] = await ask(queue, "endless", 1, "batch");
    const attempts: number[] = [];
    let stopped = false;
    await queue.work(2, async ({ scan, tenant }: ScanJob, { signal }: JobLease) => {
      if (scan === endless) {
        signal.addEventListener("abort", () => (stopped = true));
        setTimeout(() => {
          void held.database.rows.transaction().execute(async (rows) => endScan(Object.assign(rows, { tenancy: { tenant }, memory: held.database.memory }), scan, "cancelled", "no more")).then(() => queue.cancel(held.database, scan));
        }, 200);
        while (!signal.aborted) await wait(20);
        return;
      }
      attempts.push(scan);
      if (attempts.length === 1) throw new Error("the network is away");
    });
    await until(() => attempts.length === 2 && stopped);
    await queue.rest(5000);
    expect(attempts).toEqual([failing, failing]);
  }, 60_000);

  test("a job whose worker is gone is another's", async () => {
    const [lost, heir] = [await open(), await open()];
    const [scan] = await ask(lost, "orphan", 1, "interactive");
    let abandoned = false;
    await lost.work(1, async () => {
      abandoned = true;
      await new Promise(() => undefined);
    });
    await until(() => abandoned);
    await lost.rest(100);
    const done: number[] = [];
    await heir.work(1, async (job) => void done.push(job.scan));
    await until(() => done.length === 1);
    await heir.rest(5000);
    expect(done).toEqual([scan]);
  }, 90_000);

  test("a scan whose job is gone is taken up again, and one whose job is there is left alone", async () => {
    const queue = await open();
    await sql`update muster.scan set state = 'complete'`.execute(held.database.rows);
    const [lost] = await ask(queue, "lost", 1, "batch");
    const [waiting] = await ask(queue, "waiting", 1, "batch");
    await sql`delete from muster_queue.job where id = (select job_id from muster.scan where id = ${lost})`.execute(held.database.rows);
    expect(await queue.revive(held.database)).toBe(1);
    expect(await queue.revive(held.database)).toBe(0);
    const done: number[] = [];
    await queue.work(1, async ({ scan }) => void done.push(scan));
    await until(() => done.length === 2);
    await queue.rest(5000);
    expect(done.toSorted()).toEqual([lost, waiting].toSorted());
  }, 60_000);

  test("a worker takes up no more at once than it may", async () => {
    const queue = await open();
    await ask(queue, "many", 6, "batch");
    const at = { once: 0, most: 0, done: 0 };
    await queue.work(2, async () => {
      at.once += 1;
      at.most = Math.max(at.most, at.once);
      await wait(100);
      at.once -= 1;
      at.done += 1;
    });
    await until(() => at.done === 6);
    await queue.rest(5000);
    expect(at.most).toBe(2);
  }, 60_000);
});
