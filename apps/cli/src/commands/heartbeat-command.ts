import path from "node:path";
import { heartbeatStatement, heartbeatType, type BranchHead } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { appendRecords } from "../evidence/append-records.ts";
import { writeText } from "../output/write-text.ts";
import { resolveCommit } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";

/** `muster heartbeat`: what a day without any other record is proved with. */
export async function heartbeatCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  const [operand, ...clones] = given.positionals;
  if (operand === undefined) throw new CommandError(2, "muster heartbeat needs the folder of a ledger.", "For example, once a day: muster heartbeat evidence shop.git");
  const ref = lastValue(given, "ref") ?? "refs/heads/main";
  const heads: BranchHead[] = [];
  for (const clone of clones) {
    const folder = scanFolder(clone, "heartbeat", session.cwd);
    heads.push({ repository: path.basename(folder), ref, commit: await resolveCommit(folder, ref, session) });
  }
  const [entry] = await appendRecords(path.resolve(session.cwd, operand), ({ reader }) => [{ type: heartbeatType, statement: heartbeatStatement(reader.checkpoint, heads) }], given, session);
  if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: record ${entry?.sequence ?? 0}: ${heads.length === 0 ? "the ledger was kept" : heads.map(({ repository, commit }) => `${repository} is at ${commit.slice(0, 12)}`).join(", ")}\n`);
  return 0;
}
