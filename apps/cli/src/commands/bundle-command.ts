import path from "node:path";
import { LedgerReader, writeBundle } from "@muster/evidence";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { keysFolder, readKeys } from "../evidence/ledger-keys.ts";
import { nameOfLedger } from "../evidence/open-ledger.ts";
import { reportFile } from "../evidence/keep-report.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

/** `muster bundle`. */
export async function bundleCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 2, "bundle");
  const [ledger, operand] = given.positionals;
  if (ledger === undefined || operand === undefined) throw new CommandError(2, "muster bundle needs the folder of a ledger, and one to write to.", "For example: muster bundle evidence for-the-auditor");
  const from = path.resolve(session.cwd, ledger);
  const to = path.resolve(session.cwd, operand);
  const name = nameOfLedger(from);
  const { ledger: keys, verifierKey } = readKeys(keysFolder(name, given, session), name);
  const reader = await LedgerReader.open(from, [keys.verifier]);
  try {
    const count = await writeBundle(reader, { folder: to, verifierKey, attachment: (sha256) => reportFile(from, sha256) });
    if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: wrote ${count} records with their proofs to ${to}\n  ${path.join(to, "README.md")} says how to verify them with openssl and Python alone.\n`);
    return 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw new CommandError(2, `There is a bundle in ${to} already.`, "Name a folder that is new or empty.", { cause: error });
    throw error;
  }
}
