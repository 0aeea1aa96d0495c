/**
 * Scores the secrets plugin against a folder of labelled examples: `node --conditions=@muster/source
 * tools/bench/secret-vectors.ts <folder> [--list]`. Each `.jsonl` file holds one object a line with `text`, `expect` (whether
 * its `rule` is to be found), and perhaps `path`. A text counts as found when anything at all is reported in it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import secrets from "@muster/plugin-secrets";
import type { Json, JudgeInput } from "@muster/contract";

interface Example {
  readonly rule: string;
  readonly text: string;
  readonly expect: boolean;
  readonly path?: string;
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { list: { type: "boolean", default: false } } });
const folder = positionals[0];
if (folder === undefined) {
  console.error("Say which folder holds the examples: secret-vectors.ts <folder> [--list]");
  process.exit(2);
}
const nativeFolder = process.env["MUSTER_NATIVE"];
const options: Json = nativeFolder === undefined ? {} : { nativeFolder };
const extractor = secrets.extractors?.[0];
if (extractor === undefined) throw new Error("The secrets plugin has no extractor.");
await extractor.prepare?.(options);

function reports(path: string, text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  const fact = extractor?.extract({ file: { path, size: bytes.length, role: "source" }, bytes, text: () => text, options });
  const input: JudgeInput = {
    applications: [],
    endpoints: [],
    coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: () => undefined,
    facts: () => (fact === undefined ? [] : [{ path, fact }]),
    options,
    isApprovedPublic: () => false,
  };
  return (secrets.analysis?.rules ?? []).flatMap((rule) => [...rule.judge(input)].filter((report) => report.suppressed === undefined).map((report) => `${rule.meta.id} ${report.identity.split(" ")[0] ?? ""}`));
}

const rows: Record<string, string | number>[] = [];
for (const name of readdirSync(folder).filter((each) => each.endsWith(".jsonl")).sort()) {
  const examples = readFileSync(join(folder, name), "utf8").split("\n").filter((line) => line !== "").map((line): Example => JSON.parse(line));
  const judged = examples.map((example) => ({ example, found: reports(example.path ?? "input.txt", example.text) }));
  const positives = judged.filter(({ example }) => example.expect);
  const negatives = judged.filter(({ example }) => !example.expect);
  const hit = positives.filter(({ found }) => found.length > 0).length;
  const wrong = negatives.filter(({ found }) => found.length > 0).length;
  rows.push({ examples: name, positives: positives.length, found: hit, "found %": percent(hit, positives.length), negatives: negatives.length, reported: wrong, "reported %": percent(wrong, negatives.length) });
  if (!values.list) continue;
  for (const { example, found } of judged) {
    if (example.expect !== found.length > 0) console.log(example.expect ? "missed  " : "reported", example.rule, found.join(", "), JSON.stringify(example.text.slice(0, 160)));
  }
}
console.table(rows);

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 10;
}
