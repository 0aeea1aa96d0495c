/**
 * Holds that looking around keywords finds what every rule finds over whole files: `node --conditions=@muster/source
 * tools/bench/secret-windows.ts <folder> … [--most 200000]`. Searching whole files takes a hundred times as long, so larger files are
 * left out. Ends with status 1 where the two differ, and lists where. MUSTER_NATIVE may name a folder with a built re2.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { compileRules, loadEngine, readableBytes, type RuleScan } from "@muster/patterns";
import { formats } from "@muster/plugin-secrets";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { most: { type: "string", default: "200000" } } });
if (positionals.length === 0) {
  console.error("Say which folders to read: secret-windows.ts <folder> … [--most 200000]");
  process.exit(2);
}
const most = Number(values.most);
const nativeFolder = process.env["MUSTER_NATIVE"];
const rules = compileRules(formats, await loadEngine(nativeFolder === undefined ? {} : { nativeFolder }));

function* filesBelow(at: string): Generator<string> {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const path = join(at, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== ".git" && entry.name !== "node_modules") yield* filesBelow(path);
    } else if (entry.isFile()) yield path;
  }
}

/** Which values were found where, by which rule. A name with two keywords in it may be entered at either. */
function found(scan: RuleScan): Set<string> {
  return new Set(scan.matches.map(({ rule, valueStart, valueEnd, refused }) => `${rule.id} ${valueStart}-${valueEnd} ${refused ?? ""}`));
}

const rows: Record<string, string | number>[] = [];
let differ = 0;
for (const folder of positionals) {
  let [files, bytes, hits, lost, gained, left] = [0, 0, 0, 0, 0, 0];
  for (const path of filesBelow(folder)) {
    if (statSync(path).size > most) {
      left++;
      continue;
    }
    const readable = readableBytes(readFileSync(path));
    if (readable.kind === "binary") continue;
    const windowed = found(rules.scan(readable.bytes));
    const whole = found(rules.scanWhole(readable.bytes));
    files++;
    bytes += readable.bytes.length;
    hits += whole.size;
    const missing = [...whole].filter((one) => !windowed.has(one));
    const surplus = [...windowed].filter((one) => !whole.has(one));
    for (const one of missing) console.log("lost  ", relative(folder, path), one);
    for (const one of surplus) console.log("gained", relative(folder, path), one);
    lost += missing.length;
    gained += surplus.length;
  }
  differ += lost + gained;
  rows.push({ folder, files, "larger files": left, MB: Math.round(bytes / 1e5) / 10, rules: formats.length, hits, lost, gained });
}
console.table(rows);
process.exitCode = differ === 0 ? 0 : 1;
