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

/** `muster controls`. Shows and does not judge: findings do not fail it. */
export async function controlsCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "controls");
  const folder = scanFolder(given.positionals[0], "controls", session.cwd);
  const outputs = readOutputs(given, ["terminal", "html", "markdown", "csv", "json"], session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const scanned = await runScan(folder, given, session);
  const result = onlyApplication(scanned.result, given);
  const terminal = async (file: string | undefined): Promise<string> => {
    const { renderControls } = await import("@muster/reporters/terminal");
    return renderControls(result, terminalOptions(folder, given, session, file));
  };
  await deliver(outputs, result, { terminal, source: folderSource(folder) }, given, session);
  return result.status === "partial" ? 3 : 0;
}
