import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endScan, quarantine, registerRepository, ScanQueue, setPolling } from "@muster/store";
import { onEachEngine, openTestDatabase, type TestDatabase } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MirrorSettings } from "./mirror/mirror.ts";
import { pollDue } from "./poll.ts";
import { gitHost, testRepository } from "./test-support/git-server.ts";

const { signal } = new AbortController();

onEachEngine((engine) => {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-poll-"));
  const settings: MirrorSettings = { folder: path.join(folder, "mirrors"), policy: { roots: [folder], protocols: ["https", "http"], privateHosts: true }, credentials: { find: async () => undefined }, limits: { timeoutMs: 20_000, bytes: 1_000_000 } };
  let held: TestDatabase;
  let queue: ScanQueue;
  beforeAll(async () => {
    held = await openTestDatabase(engine);
    queue = await ScanQueue.open(held.database, { onError: () => undefined });
  }, 120_000);
  afterAll(async () => {
    await queue.rest(1000);
    await held[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const look = async (): Promise<readonly string[]> => (await pollDue(held.database, queue, settings, signal)).map(({ outcome }) => outcome);
  /** As if the last look had been so many seconds ago. */
  const lookedAgo = (seconds: number): Promise<unknown> => held.database.rows.updateTable("muster.repository").set({ polled_at: new Date(Date.now() - seconds * 1000) }).execute();

  test("a repository is looked at when it is due, and a commit is queued once", async () => {
    await using host = await gitHost();
    const origin = testRepository(host.folder, "shop");
    const first = origin.commit({ "main.py": "" });
    const { run } = await held.tenant();
    const repository = await run(async (rows) => (await registerRepository(rows, { name: "shop", location: `${host.url}/shop/.git` })).repository.id);
    expect(await look()).toEqual([]);
    await run((rows) => setPolling(rows, repository, 600));
    expect(await look()).toEqual(["queued"]);
    expect(await look()).toEqual([]);
    await lookedAgo(601);
    expect(await look()).toEqual(["known"]);
    const second = origin.commit({ "main.py": "x = 1\n" });
    await lookedAgo(601);
    expect(await look()).toEqual(["queued"]);
    const scans = await run((rows) => rows.selectFrom("muster.scan").select(["id", "commit_sha", "priority"]).orderBy("id").execute());
    expect(scans).toMatchObject([{ commit_sha: first, priority: "batch" }, { commit_sha: second, priority: "batch" }]);
    // One that failed is people's to ask for again.
    await run((rows) => endScan(rows, scans[1]?.id ?? 0, "failed", "it broke"));
    await lookedAgo(601);
    expect(await look()).toEqual(["known"]);
    // The clock of the database went back by a year.
    await lookedAgo(-31_536_000);
    expect(await look()).toEqual(["known"]);
    await run((rows) => quarantine(rows, repository, "it is poison"));
    await lookedAgo(601);
    expect(await look()).toEqual([]);
    await run((rows) => setPolling(rows, repository, undefined));
  }, 60_000);

  test("a host that does not answer is told, and asked again when it is due", async () => {
    const { run } = await held.tenant();
    const repository = await run(async (rows) => (await registerRepository(rows, { name: "gone", location: "http://127.0.0.1:1/gone.git" })).repository.id);
    await run((rows) => setPolling(rows, repository, 60));
    expect(await pollDue(held.database, queue, settings, signal)).toMatchObject([{ repository, outcome: "failed", reason: expect.stringContaining("could not be looked at") }]);
    expect(await look()).toEqual([]);
    await lookedAgo(61);
    expect(await look()).toEqual(["failed"]);
    await run((rows) => setPolling(rows, repository, undefined));
  }, 60_000);
});
