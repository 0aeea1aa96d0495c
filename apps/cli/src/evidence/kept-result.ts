import { readFileSync } from "node:fs";
import path from "node:path";
import type { EvidenceRecord, ScanResult } from "@muster/contract";
import { readScanRun, readStatements, scanRunType, sha256Of, type LedgerReader, type RecordedScan } from "@muster/evidence";
import { CommandError } from "../command-error.ts";
import { readResult } from "../scan/read-result.ts";

/** The last scan of a commit that a ledger holds; undefined where it holds none. */
export function lastScanOf(reader: LedgerReader, commit: string): RecordedScan | undefined {
  let last: RecordedScan | undefined;
  for (const record of readStatements(reader, [scanRunType])) {
    const run = readScanRun(record);
    if (run.commit === commit) last = run;
  }
  return last;
}

/** The result that a record speaks of: the very bytes whose digest was signed. Throws `CommandError` where they are not there. */
export function keptResult(ledger: string, { resultSha256, sequence }: RecordedScan): ScanResult {
  const file = path.join(ledger, "results", `${resultSha256}.json`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError(2, `The result of record ${sequence} is not there: ${file}.`, "Restore it from a copy; muster reperform makes it again.", { cause: error });
  }
  if (sha256Of(bytes) !== resultSha256) throw new CommandError(2, `${file} was changed: it is not the result whose digest record ${sequence} signs.`, "Restore it from a copy.");
  return readResult(file);
}

export function evidenceRecord(reader: LedgerReader, { sequence, resultSha256, recordedAt }: RecordedScan): EvidenceRecord {
  return { ledger: reader.checkpoint.origin, sequence, recordedAt, resultSha256, proof: reader.prove(sequence), bundle: reader.record(sequence).bundle.toString("utf8") };
}
