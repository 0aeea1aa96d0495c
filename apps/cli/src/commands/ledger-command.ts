import path from "node:path";
import { fingerprintOf, keyRecordType, keyStatement, Ledger, signStatement } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { createKeys, keysFolder } from "../evidence/ledger-keys.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

/** `muster ledger`. */
export async function ledgerCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "ledger");
  const [operand] = given.positionals;
  const name = lastValue(given, "name");
  if (operand === undefined || name === undefined) throw new CommandError(2, "muster ledger needs a folder and a name.", "For example: muster ledger evidence --name ledger.example.com/shop");
  if (/[\s+]/u.test(name)) throw new CommandError(2, `${JSON.stringify(name)} cannot name a ledger: it has spaces or a plus.`, "Take a name like ledger.example.com/shop.");
  const folder = path.resolve(session.cwd, operand);
  const keys = keysFolder(name, given, session);
  const { ledger: ledgerKeys, verifierKey, scanner } = createKeys(keys, name);
  let ledger: Ledger;
  try {
    ledger = await Ledger.create(folder, ledgerKeys);
  } catch (error) {
    throw new CommandError(2, error instanceof Error ? error.message : String(error), "Name another folder.", { cause: error });
  }
  try {
    await ledger.append([{ type: keyRecordType, bundle: signStatement(keyStatement("scanner", scanner), scanner.privateKey, fingerprintOf(scanner.publicKey)) }]);
  } finally {
    await ledger.close();
  }
  await writeText(session.stdout, `${verifierKey}\n`);
  if (given.switches.get("quiet") !== true) {
    await writeText(
      session.stderr,
      `muster: made the ledger ${name} in ${folder}\n  Its private keys are in ${keys}: keep a copy of them, and let nobody read them.\n  Above is its public key: give it to whoever is to verify the ledger, by another way than the ledger itself.\n  Next: muster scan <checkout> --ledger ${operand}\n`,
    );
  }
  return 0;
}
