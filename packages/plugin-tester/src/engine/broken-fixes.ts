import { applyEdits } from "@muster/contract";
import type { FixtureCase } from "../cases/fixture-case.ts";
import type { Run, Said } from "./run-plugins.ts";

/**
 * What is wrong with the fixes of a run, one sentence each: a fix, made by itself, takes its own report away and brings
 * no other one.
 */
export async function brokenFixes(before: Run, files: FixtureCase["files"], run: (files: FixtureCase["files"]) => Promise<Run>): Promise<string[]> {
  const problems: string[] = [];
  for (const said of before.said) {
    const { fix } = said.report;
    if (fix === undefined) continue;
    const paths = new Set(fix.edits.map(({ span }) => span.path));
    const strange = [...paths].find((path) => !files.some((file) => file.path === path));
    if (strange !== undefined) {
      problems.push(`${nameOf(said)}: its fix edits ${strange}, which is not in the case`);
      continue;
    }
    const mended = files.map((file) => (paths.has(file.path) ? { ...file, text: applyEdits(file.text, fix.edits.filter(({ span }) => span.path === file.path)) } : file));
    const after = await run(mended);
    const counts = Map.groupBy(before.said, keyOf);
    const left = Map.groupBy(after.said, keyOf);
    if ((left.get(keyOf(said))?.length ?? 0) >= (counts.get(keyOf(said))?.length ?? 0)) problems.push(`${nameOf(said)}: its fix does not take it away`);
    for (const [key, items] of left) if (items[0] !== undefined && items.length > (counts.get(key)?.length ?? 0)) problems.push(`${nameOf(said)}: its fix brings ${nameOf(items[0])}`);
  }
  return problems;
}

/** What makes a finding's fingerprint, which no line number is part of. */
function keyOf({ rule, report: { span, symbol, identity } }: Said): string {
  return JSON.stringify([rule, span.path, symbol, identity]);
}

function nameOf({ rule, report: { span } }: Said): string {
  return `${rule} at ${span.path}:${span.line}`;
}
