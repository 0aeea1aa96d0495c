/**
 * What becomes of scans whose workers are killed: `node --conditions=@muster/source tools/bench/service-kills.ts --database
 * postgres://… --repository GIT_DIR [--commits 300] [--workers 4] [--every 5] [--quiet 300] [--minutes 40]`. The database must be empty. So many commits are
 * queued; every few seconds a worker is killed (SIGKILL) and another started, the server is killed twice. At the end
 * every commit must have one result, and those of the first commits must equal what a quiet scan of the command line gives.
 * After so many minutes nobody is killed any more, and after twice as many the run has failed. Of a result that differs, the first
 * lines that do are printed with how often its scan was taken up, and both results are left in a folder.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { builtinPlugins } from "@muster/cli";
import { renderJson } from "@muster/reporters/json";
import { scan } from "@muster/scanner";
import { asTenant, ensureTenant, openDatabase, readResult, registerRepository, requestScan, ScanQueue } from "@muster/store";
import { nativeEngine } from "./service/native-engine.ts";

const { values } = parseArgs({ options: { database: { type: "string" }, repository: { type: "string" }, commits: { type: "string", default: "300" }, workers: { type: "string", default: "4" }, every: { type: "string", default: "5" }, quiet: { type: "string", default: "300" }, minutes: { type: "string", default: "40" } } });
if (values.database === undefined || values.repository === undefined) throw new Error("Name an empty Postgres database and a git repository: --database postgres://… --repository GIT_DIR");
const url = values.database;
const location = realpathSync(values.repository);
const commits = execFileSync("git", ["rev-list", "--all", `--max-count=${values.commits}`], { cwd: location, encoding: "utf8" }).trim().split("\n");

const home = mkdtempSync(path.join(tmpdir(), "muster-kills-"));
const main = path.join(path.dirname(fileURLToPath(import.meta.resolve("@muster/cli"))), "main.ts");
const env = { ...process.env, ...nativeEngine(), MUSTER_DATABASE_URL: url, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
const start = (args: readonly string[]): ChildProcess => spawn(process.execPath, ["--conditions=@muster/source", main, ...args, "--root", location, "--threads", "1", "--log", "silent", "--quiet"], { env, stdio: "ignore" });
const startWorker = (index: number): ChildProcess => start(["worker", "--cache-dir", path.join(home, `worker-${index}`)]);
const startServer = (): ChildProcess => start(["serve", "--jobs", "0", "--port", "0"]);

const database = await openDatabase({ kind: "postgres", url });
const queue = await ScanQueue.open(database, { onError: (error) => console.error(error.message) });
const tenant = await ensureTenant(database.rows, "default");
const repository = await asTenant(database, { tenant }, async (rows) => (await registerRepository(rows, { name: path.basename(location), location })).repository.id);
for (const commit of commits) {
  await asTenant(database, { tenant }, async (rows) => {
    const { scan } = await requestScan(rows, { repository, reference: commit, priority: "batch" });
    await queue.add(rows, scan);
  });
}
const begun = Date.now();
const workers = Array.from({ length: Number(values.workers) }, (_, index) => startWorker(index));
let server = startServer();
let kills = 0;
let serverKills = 0;
const endAll = (): void => {
  for (const child of [...workers, server]) child.kill("SIGKILL");
};
process.once("SIGINT", () => {
  endAll();
  rmSync(home, { recursive: true, force: true });
  process.exit(130);
});
try {
  for (;;) {
    await wait(Number(values.every) * 1000 * (0.5 + Math.random()));
    const left = await unfinished();
    const done = commits.length - left;
    console.log(`${((Date.now() - begun) / 1000).toFixed(0)} s: ${done} of ${commits.length} done, ${kills} workers and ${serverKills} servers killed`);
    if (left === 0) break;
    const minutes = (Date.now() - begun) / 60_000;
    if (minutes > 2 * Number(values.minutes)) throw new Error(`${left} commits have no result after ${minutes.toFixed(0)} minutes.`);
    if (minutes > Number(values.minutes)) continue;
    const victim = Math.floor(Math.random() * workers.length);
    workers[victim]?.kill("SIGKILL");
    workers[victim] = startWorker(victim);
    kills += 1;
    if (serverKills < 2 && done >= (commits.length * (serverKills + 1)) / 3) {
      server.kill("SIGKILL");
      server = startServer();
      serverKills += 1;
    }
  }
  const rows = await database.rows.selectFrom("muster.scan").select(["id", "commit_sha", "state", "attempts", "reason"]).orderBy("id").execute();
  const ended = Date.now();
  endAll();
  const states = Map.groupBy(rows, ({ state }) => state);
  const again = rows.filter(({ attempts }) => attempts > 1).length;
  console.log(`states: ${[...states].map(([state, list]) => `${state} ${list.length}`).join(", ")}; taken up more than once: ${again}`);
  const results = await database.rows.selectFrom("muster.scan_result").select((is) => is.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  let different = 0;
  const checked = rows.slice(0, Number(values.quiet));
  for (const { id, commit_sha, attempts, state, reason } of checked) {
    const kept = await asTenant(database, { tenant }, (own) => readResult(own, id));
    if (kept === undefined) {
      console.log(`${commit_sha} has no result: ${state}, ${reason}, taken up ${attempts} times`);
      continue;
    }
    const quiet = await quietResult(commit_sha ?? "");
    if (kept === quiet) continue;
    different += 1;
    console.log(`${commit_sha} differs, taken up ${attempts} times:\n${firstDifference(quiet, kept)}\nBoth are kept in ${keepBoth(commit_sha ?? "", quiet, kept)}`);
  }
  console.log(`${commits.length} commits, ${rows.length} scans, ${Number(results.count)} results; ${different} of ${checked.length} differ from a quiet run's`);
  const seconds = Math.round((ended - begun) / 1000);
  const report = { repository: path.basename(path.dirname(location)), commits: commits.length, workers: workers.length, "seconds between kills": Number(values.every), seconds, "workers killed": kills, "servers killed": serverKills, states: Object.fromEntries([...states].map(([state, list]) => [state, list.length])), "taken up more than once": again, results: Number(results.count), "compared with a quiet run": checked.length, different };
  const folder = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "service-kills.json"), `${JSON.stringify(report, undefined, 2)}\n`);
  if (rows.length !== commits.length || Number(results.count) !== commits.length || different > 0) process.exitCode = 1;
} finally {
  endAll();
  await queue.rest(1000);
  await database.close();
  rmSync(home, { recursive: true, force: true });
}

async function unfinished(): Promise<number> {
  const { count } = await database.rows.selectFrom("muster.scan").select((is) => is.fn.countAll<number>().as("count")).where("state", "in", ["queued", "running"]).executeTakeFirstOrThrow();
  return Number(count);
}

/** The same commit, scanned in this process, which nobody disturbs. */
async function quietResult(commit: string): Promise<string> {
  const hashKey = readFileSync(path.join(home, "muster", "secret-hash.key"), "utf8").trim();
  const plugins = builtinPlugins.map((plugin) => ({ specifier: plugin.url(), options: plugin.name === "secrets" ? { hashKey, ...(env.MUSTER_NATIVE !== undefined && { nativeFolder: env.MUSTER_NATIVE }) } : {} }));
  return renderJson(await scan({ root: location, commit, plugins, threads: 1, cacheFolder: path.join(home, "quiet") }).result);
}

/** The first lines that differ: `-` as the quiet run has them, `+` as they were kept. */
function firstDifference(quiet: string, kept: string): string {
  const [before, after] = [quiet.split("\n"), kept.split("\n")];
  const at = before.findIndex((line, index) => line !== after[index]);
  const start = at === -1 ? before.length : at;
  const part = (lines: readonly string[], sign: string): string[] => lines.slice(start, start + 8).map((line) => `${sign}${line.slice(0, 300)}`);
  return [`line ${start + 1}:`, ...before.slice(Math.max(0, start - 4), start).map((line) => ` ${line.slice(0, 300)}`), ...part(before, "-"), ...part(after, "+")].join("\n");
}

/** Leaves two results of one commit for whoever looks into it. */
function keepBoth(commit: string, quiet: string, kept: string): string {
  const folder = path.join(tmpdir(), "muster-kills-differences");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${commit}.quiet.json`), quiet);
  writeFileSync(path.join(folder, `${commit}.kept.json`), kept);
  return folder;
}
