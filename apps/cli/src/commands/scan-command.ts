import { reaches } from "@muster/reporters";
import { readOutputs } from "../arguments/outputs.ts";
import type { Arguments } from "../arguments/parse-arguments.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { deliver, onlyApplication } from "../output/deliver.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { folderSource } from "../scan/folder-source.ts";
import { runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

/** `muster scan`. */
export async function scanCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "scan");
  const folder = scanFolder(given.positionals[0], "scan", session.cwd);
  const outputs = readOutputs(given, ["terminal", "html", "markdown", "csv", "json", "sarif", "openapi"], session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const { result: whole, failOn } = await runScan(folder, given, session);
  const result = onlyApplication(whole, given);
  const terminal = async (file: string | undefined): Promise<string> => {
    const { renderTerminal } = await import("@muster/reporters/terminal");
    return renderTerminal(result, { ...terminalOptions(folder, given, session, file), failOn });
  };
  await deliver(outputs, result, { terminal, source: folderSource(folder) }, given, session);
  if (result.status === "partial") return 3;
  return result.findings.some((finding) => reaches(finding, failOn)) ? 1 : 0;
}
