/**
 * Whether commits scanned one after the other come to what each comes to from nothing, on a real repository:
 * `node --conditions=@muster/source test/corpus/check-history.ts --root <clone> [--commits 30] [--of 1000] [--seed text]`.
 * Draws commits of the first-parent line, scans each behind the two before it in one series, and then by itself without
 * a cache; results have to be equal to the byte. Prints what a commit took, by whether its analysis was taken over.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { builtinPlugins } from "@muster/cli";
import { renderJson } from "@muster/reporters/json";
import { firstParents, scan, scanCommits } from "@muster/scanner";

const { values } = parseArgs({ options: { root: { type: "string" }, commits: { type: "string", default: "30" }, of: { type: "string", default: "1000" }, seed: { type: "string", default: "muster" } } });
const { root, seed } = values;
if (root === undefined) throw new Error("Name a clone: --root <folder>.");
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const before = 2;
const { signal } = new AbortController();
const line = (await firstParents({ root, to: "HEAD", signal })).commits.map(({ commit }) => commit).slice(-Number(values.of));
const rank = (commit: string): string => createHash("sha256").update(`${seed} ${commit}`).digest("hex");
const drawn = new Set(line.slice(before).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, Number(values.commits)));
const series = line.filter((_, place) => line.slice(place, place + before + 1).some((commit) => drawn.has(commit)));

const plugins = builtinPlugins.map((plugin) => ({ specifier: plugin.url() }));
const cacheFolder = mkdtempSync(path.join(tmpdir(), "muster-history-check-"));
const cpu = { linked: [] as number[], reused: [] as number[] };
let different = 0;
try {
  let usage = process.cpuUsage();
  for await (const one of scanCommits({ root, plugins, cacheFolder }, series)) {
    const result = renderJson(one.result());
    const { user, system } = process.cpuUsage(usage);
    cpu[one.reused ? "reused" : "linked"].push((user + system) / 1_000);
    if (drawn.has(one.commit)) {
      const alone = renderJson(await scan({ root, plugins, commit: one.commit }).result);
      const same = alone === result;
      if (!same) different++;
      say(`${one.commit} ${one.reused ? "reused" : "linked"} ${same ? "equal" : "DIFFERENT"}`);
    }
    usage = process.cpuUsage();
  }
} finally {
  rmSync(cacheFolder, { recursive: true, force: true });
}
for (const [kind, times] of Object.entries(cpu)) say(`${kind}: ${times.length} commits, median ${(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms of CPU each`);
say(`${drawn.size} commits, ${different} different`);
process.exitCode = different === 0 ? 0 : 1;
