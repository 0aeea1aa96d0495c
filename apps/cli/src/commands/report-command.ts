import path from "node:path";
import { ledgerFacts, periodReport } from "@muster/evidence";
import { readOutputs, type Format, type Output } from "../arguments/outputs.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { keepReport } from "../evidence/keep-report.ts";
import { readLedger } from "../evidence/open-ledger.ts";
import { publications, type Publication } from "../evidence/published.ts";
import { writeDeliveries } from "../output/deliver.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { writeText } from "../output/write-text.ts";
import { branchLine, timelineOf } from "../scan/branch-line.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

const formats: readonly Format[] = ["terminal", "markdown", "html", "csv", "json", "oscal", "sarif"];

/** `muster report`. Its status says whether it could be made, and nothing of what it says. */
export async function reportCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "report");
  const folder = scanFolder(given.positionals[0], "report", session.cwd);
  if (lastValue(given, "from") === undefined) throw new CommandError(2, "muster report needs --from: the state of the branch with which the period begins.", "For example: muster report . --from v1.4 --to v2.0 --ledger evidence");
  const outputs = readOutputs(given, formats, session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const named = lastValue(given, "ledger");
  const { ledger, waivers, triage, published } = named === undefined ? { ledger: undefined, waivers: [], triage: [], published: [] } : await factsOf(named, given, session);
  const timeline = await timelineOf(folder, await branchLine(folder, given, session), given, session);
  const seed = lastValue(given, "seed");
  const report = periodReport({ timeline, ledger, waivers, triage, published, ...(seed !== undefined && { seed }) });
  if (given.switches.get("keep") === true) {
    if (named === undefined) throw new CommandError(2, "--keep keeps the report in a ledger, and none is named.", "Give --ledger too.");
    const sequence = await keepReport(path.resolve(session.cwd, named), report, given, session);
    if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: the report is record ${sequence}; muster bundle takes it along\n`);
  }
  const reports = await import("@muster/reporters/period");
  const render = ({ format, file }: Output): string => {
    switch (format) {
      case "terminal":
        return reports.renderPeriodTerminal(report, terminalOptions(folder, given, session, file));
      case "markdown":
        return reports.renderPeriodMarkdown(report);
      case "html":
        return reports.renderPeriodHtml(report);
      case "csv":
        return reports.renderPeriodCsv(report);
      case "json":
        return reports.renderPeriodJson(report);
      case "oscal":
        return reports.renderPeriodOscal(report);
      case "sarif":
        return reports.renderPeriodSarif(report);
      case "openapi":
        throw new CommandError(2, "There is no openapi report of a period.", `Formats: ${formats.join(", ")}.`);
      default:
        return format satisfies never;
    }
  };
  await writeDeliveries(outputs.map((output) => ({ text: render(output), ...(output.file !== undefined && { file: output.file }) })), given, session);
  return 0;
}

async function factsOf(operand: string, given: Arguments, session: Session): Promise<Awaited<ReturnType<typeof ledgerFacts>> & { readonly published: readonly Publication[] }> {
  const { folder, reader } = await readLedger(operand, given, session);
  try {
    return { ...(await ledgerFacts(reader, lastValue(given, "ref") ?? "refs/heads/main")), published: publications(folder) };
  } catch (error) {
    throw new CommandError(2, error instanceof Error ? error.message : String(error), "muster verify says what is wrong, and where.", { cause: error });
  }
}
