import { sha256Of, type RecordedScan } from "@muster/evidence";
import { renderJson } from "@muster/reporters/json";
import type { ScanResult } from "@muster/contract";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { lastScanOf } from "../evidence/kept-result.ts";
import { readLedger } from "../evidence/open-ledger.ts";
import { writeText } from "../output/write-text.ts";
import { resolveCommit, runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

/** `muster reperform`: status 1 where the bytes differ. */
export async function reperformCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 2, "reperform");
  const [reference, operand = "."] = given.positionals;
  const named = lastValue(given, "ledger");
  if (reference === undefined || named === undefined) throw new CommandError(2, "muster reperform needs a commit and --ledger.", "For example: muster reperform v1.4 . --ledger evidence");
  const folder = scanFolder(operand, "reperform", session.cwd);
  const { reader, name } = await readLedger(named, given, session);
  const commit = await resolveCommit(folder, reference, session);
  const recorded = lastScanOf(reader, commit);
  if (recorded === undefined) throw new CommandError(2, `${name} holds no scan of ${commit.slice(0, 12)}.`, "Name another commit, or another ledger.");
  const { result } = await runScan(folder, given, session, { commit, date: recorded.startedAt.slice(0, 10) });
  const other = otherwise(recorded, result);
  if (other.length > 0) throw new CommandError(2, `Record ${recorded.sequence} was scanned with something else: ${other.join("; ")}.`, "Run that version of Muster with those plugins and that configuration: only the same gives the same bytes.");
  // The folder's own name is part of a result, and a clone may have another one.
  const sha256 = sha256Of(Buffer.from(renderJson({ ...result, target: { ...result.target, name: recorded.repository } })));
  if (sha256 === recorded.resultSha256) {
    await writeText(session.stdout, `✓ ${commit.slice(0, 12)} gives the very bytes of record ${recorded.sequence} of ${name}: ${sha256}\n`);
    return 0;
  }
  await writeText(session.stdout, `✗ ${commit.slice(0, 12)} gives ${sha256}, and record ${recorded.sequence} of ${name} says ${recorded.resultSha256}: the record was not made of this commit by this Muster, or what it was scanned with had other options.\n`);
  return 1;
}

/** What was not the same when the record was made. */
function otherwise(recorded: RecordedScan, { tool, plugins, configuration }: ScanResult): string[] {
  const versions = (list: ScanResult["plugins"]): string => list.map(({ name, version }) => `${name} ${version}`).join(", ");
  const sha256 = configuration === undefined ? undefined : sha256Of(Buffer.from(JSON.stringify(configuration)));
  return [
    ...(recorded.muster === tool.version ? [] : [`Muster ${recorded.muster}, and this is ${tool.version}`]),
    ...(versions(recorded.plugins) === versions(plugins) ? [] : [`the plugins ${versions(recorded.plugins)}`]),
    ...(recorded.configurationSha256 === sha256 ? [] : [recorded.configurationSha256 === undefined ? "no configuration" : `the configuration with the digest ${recorded.configurationSha256.slice(0, 12)}`]),
  ];
}
