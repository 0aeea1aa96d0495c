import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { repositoryById, registerRepository, requestScan, scanById, startScan, readResult, type ScanJob } from "@muster/store";
import { onEachEngine, openTestDatabase, type TestDatabase } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScanJob, type WorkerSettings } from "./scan-job.ts";
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
});
