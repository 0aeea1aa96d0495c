import { statSync } from "node:fs";
import path from "node:path";
import type { ScanResult } from "@muster/contract";
import { compareResults } from "@muster/reporters/diff";
import { readOutputs } from "../arguments/outputs.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { readThreshold } from "../arguments/read-values.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { deliverDiff, diffFormats, diffStatus } from "../output/deliver-diff.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { readResult } from "../scan/read-result.ts";
import { runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

/** `muster diff`: of two results, or of two commits of a folder. Fails on what is new alone. */
export async function diffCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 3, "diff");
  const [a, b, operand = "."] = given.positionals;
  if (a === undefined || b === undefined) throw new CommandError(2, "muster diff needs two commits, or two results.", "As in: muster diff main HEAD   or: muster diff before.json after.json");
  const outputs = readOutputs(given, diffFormats, session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const folder = scanFolder(operand, "diff", session.cwd);
  const threshold = lastValue(given, "fail-on");
  let failOn = threshold === undefined ? ("medium" as const) : readThreshold(threshold);
  const resultOf = async (side: string): Promise<ScanResult> => {
    const file = path.resolve(session.cwd, side);
    if (side.endsWith(".json") && statSync(file, { throwIfNoEntry: false })?.isFile() === true) return readResult(file);
    const scanned = await runScan(folder, given, session, { ...(side !== undefined && { commit: side }) });
    failOn = scanned.failOn;
    return scanned.result;
  };
  const before = await resultOf(a);
  const after = await resultOf(b);
  const diff = compareResults(before, after);
  // The code of a commit is not in the folder.
  const terminal = (file: string | undefined): ReturnType<typeof terminalOptions> => ({ ...terminalOptions(folder, given, session, file), source: () => undefined });
  await deliverDiff(outputs, diff, after, { failOn, terminal }, given, session);
  return diffStatus(diff, failOn);
}
