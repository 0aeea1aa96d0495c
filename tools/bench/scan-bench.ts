/**
 * How long a whole scan takes, as a user meets it: `node --conditions=@muster/source tools/bench/scan-bench.ts <folder>
 * [--runs 3] [--touch path/in/folder.py]`. Each run is a process of its own: cold (nothing kept), unchanged, and with one
 * file changed, by a comment and by a function more at its end. Beside the seconds stands the ratio to reading every file once in the same minute, which is what can be
 * compared between machines. Results are kept as JSON under `tools/bench/results/`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ScanResult } from "@muster/contract";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { runs: { type: "string", default: "3" }, touch: { type: "string" } } });
const folder = positionals[0];
if (folder === undefined) {
  console.error("Say which folder to scan: scan-bench.ts <folder> [--runs 3] [--touch path/in/folder.py]");
  process.exit(2);
}
const root = path.resolve(folder);
const runs = Number(values.runs);
const main = path.join(path.dirname(fileURLToPath(import.meta.resolve("@muster/cli"))), "main.ts");
const work = mkdtempSync(path.join(tmpdir(), "muster-bench-"));

interface Measured {
  readonly seconds: number;
  /** Megabytes, the most that the process and its threads held at once. */
  readonly peak: number;
}

/** One scan in a process of its own. */
async function scanOnce(cache: string): Promise<Measured> {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ["--conditions=@muster/source", main, "scan", root, "--cache-dir", cache, "--format", "json", "--output", path.join(work, "result.json")], { stdio: "ignore" });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid));
  }, 20);
  const [status] = (await once(child, "exit")) as [number | null];
  clearInterval(watch);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`The scan ended with status ${String(status)}. Run it by itself to see why.`);
  return { seconds, peak };
}

/** The most memory that a process has held so far, as Linux keeps it; 0 elsewhere. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    // The process has just ended, or the system has no /proc.
    return 0;
  }
}

/** Every file once, as fast as one thread reads. */
function readAll(at: string): number {
  let bytes = 0;
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const below = path.join(at, entry.name);
    if (entry.isDirectory()) bytes += entry.name === ".git" ? 0 : readAll(below);
    else if (entry.isFile()) bytes += readFileSync(below).length;
  }
  return bytes;
}

function median(measured: readonly Measured[]): Measured {
  const sorted = [...measured].sort((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("Nothing was measured: --runs takes a number from 1.");
  return { seconds: middle.seconds, peak: Math.max(...measured.map((one) => one.peak)) };
}

try {
  readAll(root);
  const started = process.hrtime.bigint();
  const bytes = readAll(root);
  const reading = Number(process.hrtime.bigint() - started) / 1e9;

  const cold: Measured[] = [];
  const unchanged: Measured[] = [];
  const comment: Measured[] = [];
  const code: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    const cache = path.join(work, `cache-${run}`);
    mkdirSync(cache);
    cold.push(await scanOnce(cache));
    unchanged.push(await scanOnce(cache));
    const result = JSON.parse(readFileSync(path.join(work, "result.json"), "utf8")) as ScanResult;
    const touched = values.touch ?? result.endpoints[0]?.handler.span.path ?? result.coverage.link.unresolved[0]?.span.path;
    if (touched === undefined) continue;
    const file = path.join(root, touched);
    const before = readFileSync(file);
    try {
      appendFileSync(file, `\n# changed by a benchmark, run ${run}\n`);
      comment.push(await scanOnce(cache));
      appendFileSync(file, `\ndef changed_by_a_benchmark():\n    return ${run}\n`);
      code.push(await scanOnce(cache));
    } finally {
      writeFileSync(file, before);
    }
    rmSync(cache, { recursive: true });
  }

  const rows = Object.fromEntries(
    Object.entries({ cold, unchanged, "a comment more in one file": comment, "a function more in one file": code })
      .filter(([, measured]) => measured.length > 0)
      .map(([name, measured]) => {
        const { seconds, peak } = median(measured);
        return [name, { seconds: Number(seconds.toFixed(2)), "times reading": Number((seconds / reading).toFixed(1)), "peak MB": Math.round(peak) }];
      }),
  );
  console.log(`${path.basename(root)}: ${(bytes / 1e6).toFixed(1)} MB, read once in ${reading.toFixed(2)} s; median of ${runs}`);
  console.table(rows);
  const results = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, `scan-${path.basename(root)}.json`), `${JSON.stringify({ folder: path.basename(root), bytes, readingSeconds: Number(reading.toFixed(3)), runs, rows }, undefined, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
