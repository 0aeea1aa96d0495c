import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { openNote, parseCheckpoint, verifyBundle, verifyLedger, type Checkpoint, type LedgerVerdict, type NoteVerifier } from "@muster/evidence";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { nameOfLedger, verifierOf } from "../evidence/open-ledger.ts";
import { witnessed, witnessKeys } from "../evidence/witness-keys.ts";
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
  const witnesses = witnessKeys(given, session);
  let seen: { readonly witness: NoteVerifier; readonly checkpoints: readonly Checkpoint[] }[];
  try {
    seen = witnesses.map((witness) => ({ witness, checkpoints: witnessed(folder, witness) }));
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error;
    await writeText(session.stdout, `✗ ${name} is not what its witness signed. ${error.message}\n`);
    return 1;
  }
  const verdict: LedgerVerdict & { readonly records?: number } = isBundle ? verifyBundle(folder, [verifier]) : await verifyLedger(folder, [verifier], { earlier: [...checkpoints(given, verifier, session), ...seen.flatMap((one) => one.checkpoints)] });
  if (verdict.status === "unsound") {
    await writeText(session.stdout, `✗ ${name} is not sound. ${verdict.reason}\n`);
    return 1;
  }
  const { size } = verdict.checkpoint;
  await writeText(session.stdout, `✓ ${name} is sound: ${isBundle ? `${verdict.records ?? 0} of its ${size} records` : `${size} records`}, each in the log and signed by the key that had its role.\n`);
  for (const { witness, checkpoints: signed } of seen) await writeText(session.stdout, `✓ ${witness.name} signed ${signed.length === 1 ? "a checkpoint" : `${signed.length} checkpoints`} that it continues, the last of ${Math.max(...signed.map((one) => one.size))} records.\n`);
  return 0;
}

/** Checkpoints that someone kept: without one, a ledger that was made anew looks like the first. */
function checkpoints(given: Arguments, verifier: NoteVerifier, session: Session): Checkpoint[] {
  return given.values
    .filter(({ name }) => name === "checkpoint")
    .map(({ value }) => {
      const file = path.resolve(session.cwd, value);
      try {
        return parseCheckpoint(openNote(readFileSync(file, "utf8"), [verifier]).text);
      } catch (error) {
        throw new CommandError(2, `${file} is no checkpoint of this ledger: ${error instanceof Error ? error.message : String(error)}`, "Give a file that is a copy of the ledger's checkpoint.", { cause: error });
      }
    });
}
