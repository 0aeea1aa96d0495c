import path from "node:path";
import { readStatements, recordedTriage, triageStatement, triageType, triageVerdicts, type LedgerReader, type TriageRequest } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { appendRecords } from "../evidence/append-records.ts";
import { approverOf, firstUse, needed, personOf } from "../evidence/approver.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

/** `muster triage`: like a waiver signed by the approver's key, and not the scanner's. */
export async function triageCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "triage");
  const [operand] = given.positionals;
  if (operand === undefined) throw new CommandError(2, "muster triage needs the folder of a ledger.", "muster triage --help has examples.");
  const folder = path.resolve(session.cwd, operand);
  const pair = approverOf(folder, given, session);
  const person = personOf(session);
  const said = needed(given, "verdict", "triage");
  const verdict = triageVerdicts.find((one) => one === said);
  if (verdict === undefined) throw new CommandError(2, `There is no verdict ${JSON.stringify(said)}.`, `Verdicts: ${triageVerdicts.join(", ")}.`);
  const [expires, ticket] = [lastValue(given, "expires"), lastValue(given, "ticket")];
  const request: TriageRequest = {
    finding: needed(given, "finding", "triage"),
    verdict,
    reason: needed(given, "reason", "triage"),
    requester: person(needed(given, "requester", "triage")),
    approver: person(needed(given, "approver", "triage")),
    ...(expires !== undefined && { expires }),
    ...(ticket !== undefined && { ticket }),
  };
  const entries = await appendRecords(
    folder,
    ({ reader }) => {
      const before = lastDecision(reader, request.finding);
      return [...firstUse(reader, pair), { type: triageType, statement: triageStatement({ ...request, ...(before !== undefined && { supersedes: before }) }, new Date().toISOString()), by: pair }];
    },
    given,
    session,
  );
  if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: record ${entries.at(-1)?.sequence ?? 0}: finding ${request.finding.slice(0, 12)} is ${verdict}${expires === undefined ? "" : ` until ${expires}`}\n`);
  return 0;
}

/** Place of the decision on a finding whose place another one takes. */
function lastDecision(reader: LedgerReader, finding: string): number | undefined {
  return recordedTriage(readStatements(reader, [triageType])).findLast((one) => one.finding === finding)?.sequence;
}
