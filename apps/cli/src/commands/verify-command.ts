import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { decodeVerifierKey, noteVerifier, verifyBundle, verifyLedger, type LedgerVerdict, type NoteVerifier } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { keysFolder, readKeys } from "../evidence/ledger-keys.ts";
import { nameOfLedger } from "../evidence/open-ledger.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

/** `muster verify`: status 1 where something is wrong. */
export async function verifyCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "verify");
  const [operand] = given.positionals;
  if (operand === undefined) throw new CommandError(2, "muster verify needs the folder of a ledger or of a bundle.", "For example: muster verify evidence --key ledger.vkey");
  const folder = path.resolve(session.cwd, operand);
  const name = nameOfLedger(folder);
  const verifier = verifierOf(name, given, session);
  const isBundle = existsSync(path.join(folder, "verify.py"));
  const verdict: LedgerVerdict & { readonly records?: number } = isBundle ? verifyBundle(folder, [verifier]) : await verifyLedger(folder, [verifier]);
  if (verdict.status === "unsound") {
    await writeText(session.stdout, `✗ ${name} is not sound. ${verdict.reason}\n`);
    return 1;
  }
  const { size } = verdict.checkpoint;
  await writeText(session.stdout, `✓ ${name} is sound: ${isBundle ? `${verdict.records ?? 0} of its ${size} records` : `${size} records`}, each in the log and signed by the key that had its role.\n`);
  return 0;
}

/** The key given, else the one of this user's own ledger of that name. */
function verifierOf(name: string, given: Arguments, session: Session): NoteVerifier {
  const said = lastValue(given, "key");
  if (said === undefined) return readKeys(keysFolder(name, given, session), name).ledger.verifier;
  const file = path.resolve(session.cwd, said);
  try {
    const { name: ofKey, key } = decodeVerifierKey(existsSync(file) ? readFileSync(file, "utf8") : said);
    return noteVerifier(ofKey, key);
  } catch (error) {
    throw new CommandError(2, error instanceof Error ? error.message : String(error), "Give --key the ledger's public key, or a file that holds it.", { cause: error });
  }
}
