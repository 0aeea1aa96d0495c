import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { decodeWitnessKey, openNote, parseCheckpoint, type Checkpoint, type NoteVerifier } from "@muster/evidence";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";

/** The keys of witnesses that were given, each as text or in a file. */
export function witnessKeys(given: Arguments, session: Session): NoteVerifier[] {
  return given.values
    .filter(({ name }) => name === "witness-key")
    .map(({ value }) => {
      const file = path.resolve(session.cwd, value);
      try {
        return decodeWitnessKey(existsSync(file) ? readFileSync(file, "utf8") : value);
      } catch (error) {
        throw new CommandError(2, error instanceof Error ? error.message : String(error), "Give --witness-key the witness's public key (name+id+key), or a file that holds it.", { cause: error });
      }
    });
}

/** The checkpoints of a ledger that a witness signed and that are kept beside it, each checked. Throws where one does not hold, and a `CommandError` where it signed none. */
export function witnessed(ledger: string, witness: NoteVerifier): Checkpoint[] {
  const folder = path.join(ledger, "witnesses");
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const own = names.flatMap((name): Checkpoint[] => {
    const note = readFileSync(path.join(folder, name), "utf8");
    // Another witness's notes are for its own key to check.
    if (!note.includes(`\n\u2014 ${witness.name} `)) return [];
    try {
      return [parseCheckpoint(openNote(note, [witness]).text)];
    } catch (error) {
      throw new Error(`witnesses/${name} does not hold: ${error instanceof Error ? error.message : String(error)} Ask the witness what it signed.`, { cause: error });
    }
  });
  if (own.length === 0) throw new CommandError(2, `No checkpoint that ${witness.name} signed is kept in ${ledger}.`, "muster publish --witness has it sign one.");
  return own;
}
