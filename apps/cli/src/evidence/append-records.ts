import { fingerprintOf, Ledger, signStatement, type LedgerEntry, type NewRecord, type Statement } from "@muster/evidence";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { keysFolder, readKeys, type SigningPair } from "./ledger-keys.ts";
import { nameOfLedger } from "./open-ledger.ts";

/** A record with the key that is to sign it; the scanner's by default. */
export interface UnsignedRecord {
  readonly type: string;
  readonly statement: Statement;
  readonly by?: SigningPair;
}

/** Signs records and appends them, all or none. `made` is asked for them once nobody else can write. Throws `CommandError`. */
export async function appendRecords(folder: string, made: (ledger: Ledger) => readonly UnsignedRecord[], given: Arguments, session: Session): Promise<readonly LedgerEntry[]> {
  const name = nameOfLedger(folder);
  const { ledger: keys, scanner } = readKeys(keysFolder(name, given, session), name);
  try {
    const ledger = await Ledger.open(folder, keys);
    try {
      return await ledger.append(made(ledger).map(({ type, statement, by = scanner }): NewRecord => ({ type, bundle: signStatement(statement, by.privateKey, fingerprintOf(by.publicKey)) })));
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(2, error instanceof Error ? error.message : String(error), "Nothing was written. muster verify says whether the ledger is sound.", { cause: error });
  }
}
