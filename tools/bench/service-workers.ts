/**
 * What a second worker brings: `node --conditions=@muster/source tools/bench/service-workers.ts --database postgres://… --repositories A,B,… [--threads 1]
 * [--runs 1]`. The database is to be thrown away: what is scanned stays in it. The head of each git repository is scanned as one batch, by one worker and by two,
 * each with caches of its own and so many threads a scan. Told are the throughput, and the processor time, which shows what the machine had to give.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { asTenant, ensureTenant, openDatabase, registerRepository, requestScan, ScanQueue } from "@muster/store";
import { nativeEngine } from "./service/native-engine.ts";
import { processSeconds } from "./service/process-seconds.ts";

const { values } = parseArgs({ options: { database: { type: "string" }, repositories: { type: "string" }, threads: { type: "string", default: "1" }, runs: { type: "string", default: "1" } } });
if (values.database === undefined || values.repositories === undefined) throw new Error("Name an empty Postgres database and git repositories: --database postgres://… --repositories A,B");
const url = values.database;
const places = values.repositories.split(",").map((place) => realpathSync(place));
const main = path.join(path.dirname(fileURLToPath(import.meta.resolve("@muster/cli"))), "main.ts");

interface Measured {
  readonly seconds: number;
  /** Of the workers. */
  readonly processorSeconds: number;
  /** Cores that were idle meanwhile. */
  readonly idleCores: number;
}

const runs: { readonly one: Measured; readonly two: Measured }[] = [];
for (let run = 0; run < Number(values.runs); run++) runs.push({ one: await batch(1), two: await batch(2) });
const rows = Object.fromEntries(
  (["one", "two"] as const).map((name) => {
    const middle = runs.map((run) => run[name]).toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)];
    if (middle === undefined) throw new Error("Nothing was measured: --runs takes a number from 1.");
    return [name, { seconds: Number(middle.seconds.toFixed(1)), "scans a minute": Number(((places.length * 60) / middle.seconds).toFixed(1)), "processor seconds": Number(middle.processorSeconds.toFixed(1)), "cores in use": Number((middle.processorSeconds / middle.seconds).toFixed(2)), "cores idle": Number(middle.idleCores.toFixed(2)) }];
  }),
);
const ratio = Number(((rows["one"]?.seconds ?? 0) / (rows["two"]?.seconds ?? 1)).toFixed(2));
console.log(`${places.length} repositories, ${values.threads} thread(s) a scan, ${cpus().length} cores, median of ${values.runs}`);
console.table(rows);
console.log(`two workers do ${ratio} times what one does`);
const folder = fileURLToPath(new URL("results/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "service-workers.json"), `${JSON.stringify({ repositories: places.length, threads: Number(values.threads), cores: cpus().length, runs: Number(values.runs), rows, ratio }, undefined, 2)}\n`);

async function batch(count: number): Promise<Measured> {
  const home = mkdtempSync(path.join(tmpdir(), "muster-workers-"));
  const env = { ...process.env, ...nativeEngine(), MUSTER_DATABASE_URL: url, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
  const database = await openDatabase({ kind: "postgres", url });
  const queue = await ScanQueue.open(database, { onError: (error) => console.error(error.message) });
  const workers: ChildProcess[] = [];
  try {
    // Of a batch, nothing is known from the one before it.
    const tenant = await ensureTenant(database.rows, `batch ${Date.now()}`);
    // They wait for work before the clock runs: how long a worker takes to start is no part of a batch.
    for (let index = 0; index < count; index++) workers.push(spawn(process.execPath, ["--conditions=@muster/source", main, "worker", ...places.flatMap((place) => ["--root", place]), "--threads", values.threads, "--log", "info", "--quiet", "--cache-dir", path.join(home, `worker-${index}`)], { env, stdio: ["ignore", "ignore", "pipe"] }));
    await Promise.all(workers.map(working));
    const pids = workers.map(({ pid }) => pid ?? 0);
    const before = { own: processSeconds(pids), idle: idleSeconds(), at: performance.now() };
    for (const [index, location] of places.entries()) {
      await asTenant(database, { tenant }, async (rows) => {
        const { repository } = await registerRepository(rows, { name: `repository-${index}`, location });
        await queue.add(rows, (await requestScan(rows, { repository: repository.id, reference: "HEAD", priority: "batch" })).scan);
      });
    }
    for (;;) {
      await wait(100);
      const { open, failed } = await database.rows.selectFrom("muster.scan").select((is) => [is.fn.countAll<number>().filterWhere("state", "in", ["queued", "running"]).as("open"), is.fn.countAll<number>().filterWhere("state", "in", ["failed", "quarantined"]).as("failed")]).where("tenant_id", "=", tenant).executeTakeFirstOrThrow();
      if (Number(failed) > 0) throw new Error("A scan failed: the batch cannot be compared.");
      if (Number(open) === 0) break;
    }
    const seconds = (performance.now() - before.at) / 1000;
    return { seconds, processorSeconds: processSeconds(pids) - before.own, idleCores: (idleSeconds() - before.idle) / seconds };
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    await queue.rest(1000);
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Waits until a worker says that it takes jobs. */
async function working(worker: ChildProcess): Promise<void> {
  let said = "";
  worker.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  while (!said.includes("working")) {
    if (worker.exitCode !== null) throw new Error(`A worker did not start: ${said}`);
    await Promise.race([once(worker.stderr ?? worker, "data"), once(worker, "exit")]);
  }
}

/** Idle time of all cores so far. */
function idleSeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.idle / 1000, 0);
}
