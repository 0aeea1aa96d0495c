import { readOutputs, type Format, type Output } from "../arguments/outputs.ts";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { writeDeliveries } from "../output/deliver.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { branchLine, timelineOf } from "../scan/branch-line.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

const formats: readonly Format[] = ["terminal", "html", "csv", "json"];

/** `muster history`. Status 3 where a commit could not be analysed in full. */
export async function historyCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "history");
  const folder = scanFolder(given.positionals[0], "history", session.cwd);
  const outputs = readOutputs(given, formats, session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const timeline = await timelineOf(folder, await branchLine(folder, given, session), given, session);
  const reports = await import("@muster/reporters/timeline");
  const render = ({ format, file }: Output): string => {
    switch (format) {
      case "terminal":
        return reports.renderTimelineTerminal(timeline, terminalOptions(folder, given, session, file));
      case "html":
        return reports.renderTimelineHtml(timeline);
      case "csv":
        return reports.renderTimelineCsv(timeline);
      case "json":
        return reports.renderTimelineJson(timeline);
      case "markdown":
      case "sarif":
      case "openapi":
      case "oscal":
        throw new CommandError(2, `There is no ${format} report of a history.`, `Formats: ${formats.join(", ")}.`);
      default:
        return format satisfies never;
    }
  };
  await writeDeliveries(outputs.map((output) => ({ text: render(output), ...(output.file !== undefined && { file: output.file }) })), given, session);
  return timeline.commits.some(({ status }) => status === "partial") ? 3 : 0;
}
