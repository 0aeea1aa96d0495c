import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encodeVerifierKey, noteSigner, noteVerifier, type LedgerKeys } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { dataFolder } from "../environment/user-folders.ts";

/** The private keys of one ledger, each in a file of its own, so that they can be given to different people. */
export interface LedgerSecrets {
  readonly ledger: LedgerKeys;
  readonly verifierKey: string;
  readonly scanner: SigningPair;
}

/** A key that signs statements. */
export interface SigningPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Where the keys of a ledger lie: where `--keys` says, else in the user's data folder. Never in the ledger, which others are given. */
export function keysFolder(name: string, given: Arguments, session: Session): string {
  const said = lastValue(given, "keys");
  return said === undefined ? path.join(dataFolder(session.env), "ledger-keys", name.replaceAll(/[^A-Za-z0-9.-]+/gu, "_")) : path.resolve(session.cwd, said);
}

/** Makes the keys of a ledger: one that signs its checkpoints, one that signs what scans say. Throws where there are some. */
export function createKeys(folder: string, name: string): LedgerSecrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  write(path.join(folder, "ledger.key"), generateKeyPairSync("ed25519").privateKey);
  write(path.join(folder, "scanner.key"), generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
  return readKeys(folder, name);
}

/** Reads them. Throws where one is not there, or is none. */
export function readKeys(folder: string, name: string): LedgerSecrets {
  const ledger = read(path.join(folder, "ledger.key"));
  const scanner = read(path.join(folder, "scanner.key"));
  const publicKey = createPublicKey(ledger.export({ type: "pkcs8", format: "pem" }));
  return {
    ledger: { signer: noteSigner(name, ledger), verifier: noteVerifier(name, publicKey) },
    verifierKey: encodeVerifierKey(name, publicKey),
    scanner: pairOf(scanner),
  };
}

/** The key of whoever approves waivers: made on first use, in a file of its own, for someone else to keep. */
export function approverKey(file: string): SigningPair {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    write(file, generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
  }
  return pairOf(read(file));
}

function pairOf(privateKey: KeyObject): SigningPair {
  return { privateKey, publicKey: createPublicKey(privateKey.export({ type: "pkcs8", format: "pem" })) };
}

function write(file: string, key: KeyObject): void {
  try {
    writeFileSync(file, key.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw new CommandError(2, `There is a key in ${file} already.`, "Use it with the ledger that it belongs to, or name another folder with --keys.", { cause: error });
    throw error;
  }
}

function read(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new CommandError(2, `The key ${file} could not be read: ${error instanceof Error ? error.message : String(error)}.`, "Name the folder of the ledger's keys with --keys, or make a ledger: muster ledger <folder> --name NAME.", { cause: error });
  }
}
