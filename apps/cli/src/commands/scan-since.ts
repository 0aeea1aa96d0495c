import { compareResults } from "@muster/reporters/diff";
import { readOutputs } from "../arguments/outputs.ts";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { onlyApplication } from "../output/deliver.ts";
import { deliverDiff, diffFormats, diffStatus } from "../output/deliver-diff.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { runScan } from "../scan/run-scan.ts";

/** `muster scan --since`: what lies in the folder against a commit, under the same configuration. */
export async function scanSince(folder: string, commit: string, given: Arguments, session: Session): Promise<ExitStatus> {
  if (given.values.some(({ name }) => name === "ledger")) throw new CommandError(2, "A ledger holds whole scans, and --since tells of a change.", "Leave out --since, or --ledger.");
  const outputs = readOutputs(given, diffFormats, session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const { result, failOn } = await runScan(folder, given, session);
  const after = onlyApplication(result, given);
  // An application that is new was not there before.
  const before = onlyApplication((await runScan(folder, given, session, { commit })).result, given, "if there");
  const diff = compareResults(before, after);
  await deliverDiff(outputs, diff, after, { failOn, terminal: (file) => terminalOptions(folder, given, session, file) }, given, session);
  return diffStatus(diff, failOn);
}
