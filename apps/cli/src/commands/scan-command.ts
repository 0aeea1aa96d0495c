import type { ScanResult } from "@muster/contract";
import { reaches } from "@muster/reporters";
import { readOutputs, type Format } from "../arguments/outputs.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { deliver, onlyApplication } from "../output/deliver.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { folderSource } from "../scan/folder-source.ts";
import { prepareScan, runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";
import { scanSince } from "./scan-since.ts";

/** What keeps the scan in a ledger, where that is asked for; its code is loaded only then. */
async function ledgerAsked(given: Arguments, session: Session): Promise<{ record(folder: string, result: ScanResult, startedAt: Date): Promise<void> } | undefined> {
  if (!given.values.some(({ name }) => name === "ledger")) return undefined;
  const { ledgerOf, recordScan } = await import("../evidence/record-scan.ts");
  const ledger = ledgerOf(given, session);
  return {
    record: async (folder, result, startedAt) => {
      const endedAt = new Date();
      const { runCanary } = await import("@muster/evidence");
      const { request } = await prepareScan(folder, given, session);
      await recordScan(ledger, folder, result, { canary: await runCanary(request), startedAt, endedAt }, given, session);
    },
  };
}

/** `muster scan`. */
export function scanCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  return scanWith("scan", ["terminal", "html", "markdown", "csv", "json", "sarif", "openapi"], undefined, given, session);
}

/** `muster secrets`: the same with one plugin. */
export function secretsCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  return scanWith("secrets", ["terminal", "html", "markdown", "csv", "json", "sarif"], ["secrets"], given, session);
}

async function scanWith(command: string, formats: readonly Format[], plugins: readonly string[] | undefined, given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, command);
  const folder = scanFolder(given.positionals[0], command, session.cwd);
  const since = lastValue(given, "since");
  if (since !== undefined) return scanSince(folder, since, given, session);
  const outputs = readOutputs(given, formats, session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const ledger = await ledgerAsked(given, session);
  const startedAt = new Date();
  const { result: whole, failOn } = await runScan(folder, given, session, plugins === undefined ? {} : { only: plugins });
  await ledger?.record(folder, whole, startedAt);
  const result = onlyApplication(whole, given);
  const terminal = async (file: string | undefined): Promise<string> => {
    const { renderTerminal } = await import("@muster/reporters/terminal");
    return renderTerminal(result, { ...terminalOptions(folder, given, session, file), failOn, ...(command === "secrets" && { subject: "secrets" }) });
  };
  await deliver(outputs, result, { terminal, source: folderSource(folder) }, given, session);
  if (result.status === "partial") return 3;
  return result.findings.some((finding) => reaches(finding, failOn)) ? 1 : 0;
}
