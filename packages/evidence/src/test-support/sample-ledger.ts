import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { fingerprintOf, signStatement } from "../envelope/bundle.ts";
import { predicateTypeOf, statementType } from "../envelope/statement.ts";
import { keyRecordType, keyStatement } from "../keys/key-record.ts";
import type { LedgerKeys, NewRecord } from "../ledger/ledger.ts";
import { noteSigner, noteVerifier } from "../note/note-key.ts";

export interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function envelopePair(): Pair {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

/** Keys of a ledger of this name, and its public one. */
export function ledgerPair(name = "ledger.example/acme"): { readonly keys: LedgerKeys; readonly publicKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { keys: { signer: noteSigner(name, privateKey), verifier: noteVerifier(name, publicKey) }, publicKey };
}

/** `files`: digests of what it speaks of. */
export function recordOf(type: string, predicate: object, { privateKey, publicKey }: Pair, files: readonly string[] = []): NewRecord {
  return { type, bundle: signStatement({ _type: statementType, subject: [{ name: "acme/api", digest: { gitCommit: "d20ace7968ba43c0219f62d71334c1095bab1602" } }, ...files.map((sha256) => ({ name: "file", digest: { sha256 } }))], predicateType: predicateTypeOf(type), predicate }, privateKey, fingerprintOf(publicKey)) };
}

/** The record that brings the first key of a role. */
export function firstKey(role: "scanner" | "approver", pair: Pair): NewRecord {
  return { type: keyRecordType, bundle: signStatement(keyStatement(role, pair), pair.privateKey, fingerprintOf(pair.publicKey)) };
}

/** The record with which one key takes over from another. */
export function nextKey(role: "scanner" | "approver", pair: Pair, before: Pair): NewRecord {
  return { type: keyRecordType, bundle: signStatement(keyStatement(role, pair, before.publicKey), before.privateKey, fingerprintOf(before.publicKey)) };
}
