/**
 * How fast the secrets stage alone reads a folder, one thread: `node --conditions=@muster/source
 * tools/bench/secret-throughput.ts <folder> [--ending .py]`. Reading is not counted. Besides the time that went by it tells
 * the thread's own processor time, which a busy machine does not stretch. MUSTER_NATIVE may name a folder with a built re2.
 * Where gitleaks is on PATH it reads the same folder in the same run, and the ratio is by the clock.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Json } from "@muster/contract";
import secrets from "@muster/plugin-secrets";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { ending: { type: "string" }, engine: { type: "string" }, slowest: { type: "boolean", default: false } } });
const folder = positionals[0];
if (folder === undefined) {
  console.error("Say which folder to read: secret-throughput.ts <folder> [--ending .py] [--engine native|portable] [--slowest]");
  process.exit(2);
}

const files: string[] = [];
const walk = (at: string): void => {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    if (entry.name === ".git") continue;
    const path = join(at, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (entry.isFile() && (values.ending === undefined || extname(path) === values.ending)) files.push(path);
  }
};
walk(folder);

const extractor = secrets.extractors?.[0];
if (extractor === undefined) throw new Error("The secrets plugin has no extractor.");
/** On PATH or not: it is no package of ours. */
const peer = "gitleaks";
const rows: Record<string, string | number>[] = [];
for (const engine of values.engine === undefined ? ["native", "portable"] : [values.engine]) {
  const nativeFolder = process.env["MUSTER_NATIVE"];
  const options: Json = { engine, ...(nativeFolder === undefined ? {} : { nativeFolder }) };
  await extractor.prepare?.(options);
  let bytes = 0;
  let nanoseconds = 0n;
  let processor = 0;
  let facts = 0;
  const slow: { path: string; ms: number; size: number }[] = [];
  for (const path of files) {
    if (statSync(path).size > (extractor.wants.maxBytes ?? Number.POSITIVE_INFINITY)) continue;
    const content = readFileSync(path);
    const input = { file: { path: relative(folder, path), size: content.length, role: "source" as const }, bytes: content, text: () => content.toString("utf8"), options };
    const used = process.threadCpuUsage();
    const start = process.hrtime.bigint();
    if (extractor.extract(input) !== undefined) facts++;
    const took = process.hrtime.bigint() - start;
    const spent = process.threadCpuUsage(used);
    nanoseconds += took;
    processor += (spent.user + spent.system) / 1e6;
    bytes += content.length;
    slow.push({ path: relative(folder, path), ms: Number(took) / 1e6, size: content.length });
  }
  const seconds = Number(nanoseconds) / 1e9;
  rows.push({ engine, files: files.length, MB: round(bytes / 1e6), seconds: round(seconds), "MB/s": round(bytes / 1e6 / seconds), "CPU seconds": round(processor), "MB per CPU second": round(bytes / 1e6 / processor), "files with facts": facts });
  if (values.slowest) console.table(slow.sort((a, b) => b.ms - a.ms).slice(0, 15));
}
console.table(rows);
compareWithGitleaks(Number(rows[0]?.["MB/s"] ?? 0), Number(rows[0]?.["MB"] ?? 0));

/** The whole command with all its threads, by the clock, against one thread of ours. */
function compareWithGitleaks(ours: number, megabytes: number): void {
  const started = process.hrtime.bigint();
  const run = spawnSync(peer, ["dir", folder ?? ".", "--no-banner", "--exit-code", "0", "--report-path", "/dev/null", "--report-format", "json"], { stdio: "ignore" });
  if (run.error !== undefined) {
    console.log("gitleaks is not on PATH: nothing to compare with.");
    return;
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const theirs = megabytes / seconds;
  console.log(`gitleaks: ${round(seconds)} seconds, ${round(theirs)} MB/s; ours is ${round(ours / theirs)} times as fast.${values.ending === undefined ? "" : " It read every file of the folder, not those of one ending alone: compare without --ending."}`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
