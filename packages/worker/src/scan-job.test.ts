import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { claimShard, openShards, readResult, registerRepository, repositoryById, requestScan, scanById, ScanQueue, shardProgress, startScan, type ScanJob } from "@muster/store";
import { onEachEngine, openTestDatabase, type TestDatabase } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runScanJob, type WorkerSettings } from "./scan-job.ts";
import { runShardJob } from "./shard-job.ts";
import { testRepository } from "./test-support/git-server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "muster-job-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const settings: WorkerSettings = {
  mirrors: { folder: path.join(folder, "mirrors"), policy: { roots: [folder], protocols: ["https"], privateHosts: false }, credentials: { find: async () => undefined }, limits: { timeoutMs: 20_000, bytes: 1_000_000 } },
  scans: { plugins: [], threads: 1 },
};
const lease = { signal: new AbortController().signal, last: false };

onEachEngine((engine) => {
  let held: TestDatabase;
  beforeAll(async () => {
    held = await openTestDatabase(engine);
  }, 120_000);
  afterAll(() => held[Symbol.asyncDispose]());

  async function asked(reference: string, location: string): Promise<{ readonly job: ScanJob; readonly run: Awaited<ReturnType<TestDatabase["tenant"]>>["run"] }> {
    const { tenant, run } = await held.tenant();
    const job = await run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: "shop", location });
      const { scan } = await requestScan(rows, { repository: repository.id, reference, priority: "batch" });
      return { tenant, repository: repository.id, scan: scan.id };
    });
    return { job, run };
  }

  test("a scan is made of a commit, once, and of a ref that names it not again", async () => {
    const commit = testRepository(folder, `once-${engine}`).commit({ "main.py": "x = 1\n" });
    const { job, run } = await asked(commit, path.join(folder, `once-${engine}`));
    expect(await runScanJob(held.database, job, lease, settings)).toEqual({ outcome: "kept" });
    const before = await run((rows) => readResult(rows, job.scan));
    expect(JSON.parse(before ?? "")).toMatchObject({ target: { name: `once-${engine}`, commit } });
    expect(await runScanJob(held.database, job, lease, settings)).toEqual({ outcome: "settled" });
    expect(await run((rows) => repositoryById(rows, job.repository))).toMatchObject({ mainRef: "refs/heads/main", currentScan: job.scan });
    const { scan } = await run((rows) => requestScan(rows, { repository: job.repository, reference: "main", priority: "batch" }));
    expect(await runScanJob(held.database, { ...job, scan: scan.id }, lease, settings)).toEqual({ outcome: "superseded" });
    expect(await run((rows) => scanById(rows, scan.id))).toMatchObject({ state: "superseded", supersededBy: job.scan });
  }, 60_000);

  test("what cannot be fetched fails with the reason; what may be there later is tried again, and given up at last", async () => {
    const one = await asked("main", "/no/such/place");
    expect(await runScanJob(held.database, one.job, lease, settings)).toMatchObject({ outcome: "failed", reason: expect.stringContaining("allowed root") });
    const two = await asked("main", "https://no-such-host.invalid/shop");
    await expect(runScanJob(held.database, two.job, lease, settings)).rejects.toThrow("cannot be found");
    expect(await two.run((rows) => scanById(rows, two.job.scan))).toMatchObject({ state: "queued", attempts: 0, reason: expect.stringContaining("cannot be found") });
    expect(await runScanJob(held.database, two.job, { ...lease, last: true }, settings)).toMatchObject({ outcome: "failed" });
  }, 60_000);

  test("a scan that ends its workers is made alone, and sets its repository aside where it ends itself too", async () => {
    const commit = testRepository(folder, `poison-${engine}`).commit({ "main.py": "" });
    const { job, run } = await asked(commit, path.join(folder, `poison-${engine}`));
    for (let died = 0; died < 3; died++) await run((rows) => startScan(rows, job.scan));
    const deadly = path.join(folder, "deadly.mjs");
    writeFileSync(deadly, "process.kill(process.pid, 'SIGKILL');\n");
    const poisonous = { ...settings, scans: { ...settings.scans, plugins: [{ specifier: pathToFileURL(deadly).href }] } };
    expect(await runScanJob(held.database, job, lease, poisonous)).toMatchObject({ outcome: "quarantined", reason: expect.stringMatching(/3 times, and then, alone, its process ended with SIGKILL/u) });
    expect((await run((rows) => repositoryById(rows, job.repository)))?.quarantine?.reason).toContain("3 times");
    const { scan } = await run((rows) => requestScan(rows, { repository: job.repository, reference: "HEAD", priority: "batch" }));
    expect(await runScanJob(held.database, { ...job, scan: scan.id }, lease, settings)).toMatchObject({ outcome: "quarantined" });
  }, 60_000);

  test("a scan that broke off with its workers for another reason is made alone, and gives what it would have given", async () => {
    const commit = testRepository(folder, `suspect-${engine}`).commit({ "main.py": "x = 1\n" });
    const [suspect, usual] = [await asked(commit, path.join(folder, `suspect-${engine}`)), await asked(commit, path.join(folder, `suspect-${engine}`))];
    for (let died = 0; died < 3; died++) await suspect.run((rows) => startScan(rows, suspect.job.scan));
    for (const { job } of [suspect, usual]) expect(await runScanJob(held.database, job, lease, settings)).toEqual({ outcome: "kept" });
    expect(await suspect.run((rows) => readResult(rows, suspect.job.scan))).toBe(await usual.run((rows) => readResult(rows, usual.job.scan)));
  }, 60_000);

  test("a large commit is read in parts by whoever is free, and gives what it gives alone", async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`module_${index}.py`, `x = ${index}\n`.repeat(50)]));
    const commit = testRepository(folder, `large-${engine}`).commit(files);
    const extractor = path.join(folder, "lines.mjs");
    writeFileSync(extractor, `export default { contract: 1, name: "lines", version: "1.0.0", extractors: [{ name: "lines/all", version: 1, when: "always", wants: { extensions: [".py"] }, extract: (file) => ({ lines: 50 }) }] };\n`);
    const queue = await ScanQueue.open(held.database, { onError: () => undefined });
    const scans = { plugins: [{ specifier: pathToFileURL(extractor).href }], threads: 1 };
    const worker = (name: string, bytes?: number): WorkerSettings => ({ ...settings, scans: { ...scans, cacheFolder: path.join(folder, `${name}-${engine}`) }, ...(bytes !== undefined && { shards: { bytes, queue } }) });
    const [parted, whole] = [await asked(commit, path.join(folder, `large-${engine}`)), await asked(commit, path.join(folder, `large-${engine}`))];
    const helped: string[] = [];
    await queue.workShards(1, async (job, held_) => void helped.push((await runShardJob(held.database, job, held_, worker("helper", 2000))).outcome));
    expect(await runScanJob(held.database, parted.job, lease, worker("holder", 2000))).toEqual({ outcome: "kept" });
    expect(await runScanJob(held.database, whole.job, lease, worker("alone"))).toEqual({ outcome: "kept" });
    expect(await parted.run((rows) => readResult(rows, parted.job.scan))).toBe(await whole.run((rows) => readResult(rows, whole.job.scan)));
    expect(await parted.run((rows) => shardProgress(rows, parted.job.scan))).toEqual({ done: 5, of: 5 });
    const { count } = await parted.run((rows) => rows.selectFrom("muster.fact").select((is) => is.fn.countAll<number>().as("count")).executeTakeFirstOrThrow());
    expect(Number(count)).toBeGreaterThanOrEqual(30);
    // Another tenant's facts are its own.
    expect(await whole.run((rows) => rows.selectFrom("muster.fact").select("key").execute())).toEqual([]);
    await queue.rest(5000);
  }, 120_000);

  test("parts whose worker is gone are read by the worker of the scan", async () => {
    const commit = testRepository(folder, `left-${engine}`).commit({ "a.py": "x = 1\n".repeat(100), "b.py": "y = 2\n".repeat(100) });
    const { job, run } = await asked(commit, path.join(folder, `left-${engine}`));
    await run(async (rows) => {
      await openShards(rows, { id: job.scan, repository: job.repository }, 2);
      await claimShard(rows, job.scan);
      await rows.updateTable("muster.scan_shard").set({ beat_at: new Date(Date.now() - 60_000) }).where("beat_at", "is not", null).execute();
    });
    const queue = await ScanQueue.open(held.database, { onError: () => undefined });
    expect(await runScanJob(held.database, job, lease, { ...settings, shards: { bytes: 700, queue } })).toEqual({ outcome: "kept" });
    expect(await run((rows) => shardProgress(rows, job.scan))).toEqual({ done: 2, of: 2 });
    await queue.rest(5000);
  }, 120_000);

  test("a clock that jumps back and forth during a scan costs no result, and brings no second one", async () => {
    const commit = testRepository(folder, `clock-${engine}`).commit({ "main.py": "x = 1\n" });
    const { job, run } = await asked(commit, path.join(folder, `clock-${engine}`));
    const day = 86_400_000;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    try {
      const running = runScanJob(held.database, job, lease, settings);
      vi.setSystemTime(Date.now() - 400 * day);
      expect(await running).toEqual({ outcome: "kept" });
      vi.setSystemTime(Date.now() + 4000 * day);
      expect(await runScanJob(held.database, job, lease, settings)).toEqual({ outcome: "settled" });
      expect((await run((rows) => requestScan(rows, { repository: job.repository, reference: commit, priority: "batch" }))).status).toBe("known");
      vi.setSystemTime(Date.now() - 4000 * day);
      expect(await run((rows) => scanById(rows, job.scan))).toMatchObject({ state: "complete", attempts: 1 });
      const { count } = await run((rows) => rows.selectFrom("muster.scan_result").select((is) => is.fn.countAll<number>().as("count")).where("scan_id", "=", job.scan).executeTakeFirstOrThrow());
      expect(Number(count)).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  }, 60_000);
});
