import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PeriodReport } from "@muster/contract";
import { periodReportType, periodStatement, sha256Of } from "@muster/evidence";
import { renderPeriodCsv, renderPeriodJson } from "@muster/reporters/period";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { writeFileWhole } from "../output/write-file-whole.ts";
import { appendRecords } from "./append-records.ts";

const reportsFolder = "reports";

/** Keeps a period report in a ledger: the report and its population as files that their digests name, and a signed record. Returns the record's place. */
export async function keepReport(ledger: string, report: PeriodReport, given: Arguments, session: Session): Promise<number> {
  const texts = [renderPeriodJson(report), renderPeriodCsv(report)] as const;
  const [json, csv] = [sha256Of(Buffer.from(texts[0])), sha256Of(Buffer.from(texts[1]))];
  mkdirSync(path.join(ledger, reportsFolder), { recursive: true });
  await writeFileWhole(path.join(ledger, reportsFolder, json), texts[0]);
  await writeFileWhole(path.join(ledger, reportsFolder, csv), texts[1]);
  const [entry] = await appendRecords(ledger, () => [{ type: periodReportType, statement: periodStatement(report, { report: json, population: csv }) }], given, session);
  return entry?.sequence ?? 0;
}

/** A file of a kept report, by its digest. Throws `CommandError` where it is not there any more. */
export function reportFile(ledger: string, sha256: string): Buffer {
  const file = path.join(ledger, reportsFolder, sha256);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(2, `${file}, of which the ledger has the digest, is not there.`, "Restore it from a copy.", { cause: error });
  }
}
