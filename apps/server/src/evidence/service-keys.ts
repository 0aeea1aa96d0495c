import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encodeVerifierKey, noteSigner, noteVerifier, type LedgerKeys } from "@muster/evidence";

/** A key that signs statements. */
export interface SigningPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * The private keys of a service's ledgers, each in a file of its own: of checkpoints, of what scans say, of what people
 * approve. Made at the first start. Back them up apart from the ledgers: whoever has both can write the ledgers anew.
 */
export class ServiceKeys {
  readonly scanner: SigningPair;
  readonly approver: SigningPair;
  readonly #log: KeyObject;

  /** Throws where a key cannot be read. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#log = keyIn(path.join(folder, "ledger.key"), () => generateKeyPairSync("ed25519").privateKey);
    const statements = (name: string): SigningPair => pairOf(keyIn(path.join(folder, name), () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey));
    this.scanner = statements("scanner.key");
    this.approver = statements("approver.key");
  }

  /** Of the checkpoints of a ledger of that name. */
  of(name: string): LedgerKeys & { readonly verifierKey: string } {
    const { publicKey } = pairOf(this.#log);
    return { signer: noteSigner(name, this.#log), verifier: noteVerifier(name, publicKey), verifierKey: encodeVerifierKey(name, publicKey) };
  }
}

function keyIn(file: string, make: () => KeyObject): KeyObject {
  if (!existsSync(file)) writeFileSync(file, make().export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new Error(`The key ${file} of the service's ledgers could not be read. Restore it from a copy: with another one its ledgers cannot be gone on with.`, { cause: error });
  }
}

function pairOf(privateKey: KeyObject): SigningPair {
  return { privateKey, publicKey: createPublicKey(privateKey.export({ type: "pkcs8", format: "pem" })) };
}
