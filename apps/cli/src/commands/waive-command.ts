import path from "node:path";
import { readStatements, recordedWaivers, revocationStatement, waiverRevocationType, waiverStatement, waiverType, type LedgerReader, type RecordedWaiver, type Statement } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { appendRecords } from "../evidence/append-records.ts";
import { approverOf, firstUse, needed, personOf } from "../evidence/approver.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

/** `muster waive`: the approver's key signs, and not the scanner's. */
export async function waiveCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "waive");
  const [operand] = given.positionals;
  if (operand === undefined) throw new CommandError(2, "muster waive needs the folder of a ledger.", "muster waive --help has examples.");
  const folder = path.resolve(session.cwd, operand);
  const pair = approverOf(folder, given, session);
  const person = personOf(session);
  const revoked = lastValue(given, "revoke");
  let id = "";
  const entries = await appendRecords(
    folder,
    (ledger) => {
      const { reader } = ledger;
      const statement = revoked === undefined ? waiverOf(given, person) : revocationStatement((id = waiverThatHolds(reader, revoked).id), needed(given, "reason", "waive"), person(needed(given, "approver", "waive")));
      id = statement.subject[0]?.digest["sha256"] ?? id;
      return [...firstUse(reader, pair), { type: revoked === undefined ? waiverType : waiverRevocationType, statement, by: pair }];
    },
    given,
    session,
  );
  if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: record ${entries.at(-1)?.sequence ?? 0}: waiver ${id.slice(0, 12)} ${revoked === undefined ? `holds until ${lastValue(given, "expires") ?? ""}` : "is revoked"}\n`);
  return 0;
}

function waiverOf(given: Arguments, person: (name: string) => string): Statement {
  const optional = (name: "endpoint" | "finding" | "ticket"): { readonly [key: string]: string } => {
    const value = lastValue(given, name);
    return value === undefined ? {} : { [name]: value };
  };
  return waiverStatement({ control: needed(given, "control", "waive"), ...optional("endpoint"), ...optional("finding"), ...optional("ticket"), reason: needed(given, "reason", "waive"), compensating: needed(given, "meanwhile", "waive"), requester: person(needed(given, "requester", "waive")), approver: person(needed(given, "approver", "waive")), expires: needed(given, "expires", "waive") }, new Date().toISOString());
}

/** The one waiver that holds and whose id begins so. */
function waiverThatHolds(reader: LedgerReader, begin: string): RecordedWaiver {
  const waivers = recordedWaivers(readStatements(reader, [waiverType, waiverRevocationType])).filter(({ id, revokedAt }) => id.startsWith(begin) && revokedAt === undefined);
  const [one] = waivers;
  if (one === undefined || waivers.length > 1) throw new CommandError(2, `${waivers.length === 0 ? "No waiver" : "More than one waiver"} that holds has an id that begins with ${begin}.`, "muster report lists the waivers.");
  return one;
}
