import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { decodeVerifierKey, LedgerReader, noteVerifier, parseCheckpoint, type NoteVerifier } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { keysFolder, readKeys } from "./ledger-keys.ts";

/** The name of a ledger, out of its checkpoint; whether that is signed is for others to say. */
export function nameOfLedger(folder: string): string {
  try {
    const note = readFileSync(path.join(folder, "checkpoint"), "utf8");
    return parseCheckpoint(note.slice(0, note.lastIndexOf("\n\n") + 1)).origin;
  } catch (error) {
    throw new CommandError(2, `There is no ledger in ${folder}: it has no checkpoint that can be read.`, "Check the path, or make one: muster ledger <folder> --name NAME.", { cause: error });
  }
}

/** The key given, else the one of this user's own ledger of that name. */
export function verifierOf(name: string, given: Arguments, session: Session): NoteVerifier {
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

/** A ledger to read, checked as far as its checkpoint and tiles go. Throws `CommandError`. */
export async function readLedger(operand: string, given: Arguments, session: Session): Promise<{ readonly folder: string; readonly name: string; readonly reader: LedgerReader }> {
  const folder = path.resolve(session.cwd, operand);
  const name = nameOfLedger(folder);
  try {
    return { folder, name, reader: await LedgerReader.open(folder, [verifierOf(name, given, session)]) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(2, error instanceof Error ? error.message : String(error), "muster verify says what is wrong, and where.", { cause: error });
  }
}
