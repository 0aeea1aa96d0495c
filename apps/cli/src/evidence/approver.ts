import path from "node:path";
import { keyRecordType, keyStatement, readStatements, type LedgerReader } from "@muster/evidence";
import { pseudonym } from "@muster/scanner";
import type { OptionName } from "../arguments/option-table.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { Session } from "../environment/session.ts";
import type { UnsignedRecord } from "./append-records.ts";
import { approverKey, keysFolder, type SigningPair } from "./ledger-keys.ts";
import { nameOfLedger } from "./open-ledger.ts";

/** The key with which exceptions are approved: the one that `--approver-key` names, else the one beside the ledger's own. */
export function approverOf(ledger: string, given: Arguments, session: Session): SigningPair {
  const named = lastValue(given, "approver-key");
  return approverKey(named === undefined ? path.join(keysFolder(nameOfLedger(ledger), given, session), "approver.key") : path.resolve(session.cwd, named));
}

/** The record that makes a key the approver's, where there is none yet. */
export function firstUse(reader: LedgerReader, pair: SigningPair): UnsignedRecord[] {
  for (const { statement } of readStatements(reader, [keyRecordType])) if ("role" in statement.predicate && statement.predicate.role === "approver") return [];
  return [{ type: keyRecordType, statement: keyStatement("approver", pair), by: pair }];
}

/** The value of an option that a command cannot do without. */
export function needed(given: Arguments, name: OptionName, command: string): string {
  const value = lastValue(given, name);
  if (value === undefined) throw new CommandError(2, `muster ${command} needs --${name}.`, `muster ${command} --help says what each is.`);
  return value;
}

/** Names of people as a ledger has them: keyed hashes, for who is the same person is seen, and who that is is not. */
export function personOf(session: Session): (name: string) => string {
  const key = hashKeyOf(session.env);
  if (key.status === "missing") throw new CommandError(2, `Names are kept as keyed hashes, and there is no key: ${key.reason}.`, "Make the key's folder writable.");
  return (name) => pseudonym(name, key.key);
}
