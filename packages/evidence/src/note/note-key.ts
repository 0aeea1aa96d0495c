import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

/** Ed25519 (C2SP signed-note §Signature types). */
const ed25519 = 1;
const publicKeyBytes = 32;
/** What stands before a raw Ed25519 key in DER (RFC 8410 §4). */
const derPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** A key that signs notes under a name. */
export interface NoteSigner {
  readonly name: string;
  readonly id: number;
  sign(text: Uint8Array): Buffer;
}

/** A key that checks what is signed under a name. */
export interface NoteVerifier {
  readonly name: string;
  readonly id: number;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** A signer with an Ed25519 key. */
export function noteSigner(name: string, key: KeyObject): NoteSigner {
  checkName(name);
  return { name, id: keyId(name, rawKey(createPublicKey(key.export({ type: "pkcs8", format: "pem" })))), sign: (text) => sign(null, text, key) };
}

/** A verifier with an Ed25519 key. */
export function noteVerifier(name: string, key: KeyObject): NoteVerifier {
  checkName(name);
  return { name, id: keyId(name, rawKey(key)), verify: (text, signature) => verify(null, text, key, signature) };
}

/** A public key as notes write it: `name+id+key`, the id in eight hexadecimal digits, the key with its type in Base64. */
export function encodeVerifierKey(name: string, key: KeyObject): string {
  checkName(name);
  const raw = rawKey(key);
  return `${name}+${keyId(name, raw).toString(16).padStart(8, "0")}+${Buffer.concat([Buffer.of(ed25519), raw]).toString("base64")}`;
}

/** Reads `encodeVerifierKey`'s text. Throws where it is damaged. */
export function decodeVerifierKey(text: string): { readonly name: string; readonly key: KeyObject } {
  return decodeKeyOfType(text, ed25519, "Take it again from whoever keeps the ledger.");
}

/** Reads a public key of one of the types that sign with Ed25519. Throws where it is damaged or of another type; `mend` says what to do. */
export function decodeKeyOfType(text: string, type: number, mend: string): { readonly name: string; readonly key: KeyObject } {
  const [name = "", id = "", ...rest] = text.trim().split("+");
  // The key's own Base64 may hold a plus.
  const bytes = Buffer.from(rest.join("+"), "base64");
  if (name === "" || !/^[0-9a-f]{8}$/.test(id) || bytes.length !== publicKeyBytes + 1) throw new Error(`The key is damaged: it is not name+id+key. ${mend}`);
  if (bytes[0] !== type) throw new Error(`The key ${name} is of type ${String(bytes[0])}: one of type ${type} is needed. ${mend}`);
  const raw = bytes.subarray(1);
  if (keyId(name, raw, type) !== Number.parseInt(id, 16)) throw new Error(`The key ${name} is damaged: its id is not that of its name and key. ${mend}`);
  return { name, key: createPublicKey({ key: Buffer.concat([derPrefix, raw]), format: "der", type: "spki" }) };
}

/** The first four bytes of SHA-256 over name, line end, type and key (C2SP signed-note §Signatures). */
export function keyId(name: string, raw: Uint8Array, type: number = ed25519): number {
  return createHash("sha256").update(`${name}\n`).update(Buffer.of(type)).update(raw).digest().readUInt32BE(0);
}

function rawKey(key: KeyObject): Buffer {
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`The ledger's key is ${key.asymmetricKeyType ?? "no public key"}: notes are signed with Ed25519.`);
  return key.export({ type: "spki", format: "der" }).subarray(-publicKeyBytes);
}

function checkName(name: string): void {
  if (name === "" || /[\s+]/.test(name)) throw new Error(`"${name}" cannot name a key: it must not be empty, nor have spaces or a plus.`);
}
