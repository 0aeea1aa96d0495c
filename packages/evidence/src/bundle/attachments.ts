import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Statement } from "../envelope/statement.ts";
import { sha256Of } from "../ledger/entry.ts";
import { periodReportType } from "../records/period-record.ts";

/** Folder of the files that records speak of, each named by its digest. */
export const attachmentsFolder = "files";

/** Digests of the files that a record speaks of and that a bundle holds: the report and the population of a period. */
export function attachmentsOf(type: string, { subject }: Statement): string[] {
  return type === periodReportType ? subject.flatMap(({ digest }) => digest["sha256"] ?? []) : [];
}

/** Checks that the files are there, are what records say, and that there are no others. Throws at the first that is not so. */
export function checkAttachments(folder: string, expected: ReadonlySet<string>): void {
  const there = new Set(namesIn(path.join(folder, attachmentsFolder)));
  for (const digest of expected) if (!there.has(digest)) throw new Error(`The file ${digest.slice(0, 12)} that a record speaks of was taken away.`);
  for (const name of there) {
    if (!expected.has(name)) throw new Error(`No record speaks of ${attachmentsFolder}/${name}.`);
    if (sha256Of(readFileSync(path.join(folder, attachmentsFolder, name))) !== name) throw new Error(`${attachmentsFolder}/${name} was changed: it is not what a record says.`);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
