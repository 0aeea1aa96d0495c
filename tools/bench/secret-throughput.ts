/**
 * How fast the secrets stage alone reads a folder, one thread: `node --conditions=@muster/source
 * tools/bench/secret-throughput.ts <folder> [--ending .py]`. Reading is not counted. Besides the time that went by it tells
 * the thread's own processor time, which a busy machine does not stretch. MUSTER_NATIVE may name a folder with a built re2.
 * Where gitleaks is on PATH it reads the same folder in the same run, its own reading of files included; GOMAXPROCS=1 gives it one thread.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Json } from "@muster/contract";
import secrets, { engineOf } from "@muster/plugin-secrets";
import { childSeconds } from "./child-seconds.ts";

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
const nativeFolder = process.env["MUSTER_NATIVE"];
const place: { readonly [key: string]: Json } = nativeFolder === undefined ? {} : { nativeFolder };
const best = await engineOf(place);
if (best.reason !== undefined) console.log(`The native engine is not measured: ${best.reason}.`);
for (const engine of values.engine === undefined ? [...new Set([best.name, "portable"])] : [values.engine]) {
  const options: Json = { engine, ...place };
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
compareWithGitleaks(rows[0] ?? {});

/** The whole command with all its threads, against one thread of ours: by the clock and, where the system tells it, by processor time. */
function compareWithGitleaks(ours: Record<string, string | number>): void {
  // Never a device: it puts its report in the place of what lies there.
  const reports = mkdtempSync(join(tmpdir(), "muster-bench-"));
  const used = childSeconds();
  const started = process.hrtime.bigint();
  const run = spawnSync(peer, ["dir", folder ?? ".", "--no-banner", "--exit-code", "0", "--report-path", join(reports, "report.json"), "--report-format", "json"], { stdio: "ignore" });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const processor = childSeconds() - used;
  rmSync(reports, { recursive: true });
  if (run.error !== undefined) {
    console.log("gitleaks is not on PATH: nothing to compare with.");
    return;
  }
  const ratio = (theirs: number, own: string | number | undefined): number => round(theirs / Number(own));
  console.log(`gitleaks: ${round(seconds)} seconds by the clock, ${ratio(seconds, ours["seconds"])} times ours; ${round(processor)} CPU seconds, ${ratio(processor, ours["CPU seconds"])} times ours.${values.ending === undefined ? "" : " It read every file of the folder, not those of one ending alone: compare without --ending."}`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
