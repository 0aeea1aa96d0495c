import { verify, type KeyObject } from "node:crypto";
import { decodeKeyOfType, keyId, type NoteVerifier } from "../note/note-key.ts";

/** A timestamped Ed25519 signature of a witness (C2SP tlog-cosignature §Format). */
const cosignatureType = 4;
const timeBytes = 8;
const rawKeyBytes = 32;

/** A key that checks what a witness signed: a checkpoint, and when it saw it. */
export function cosignatureVerifier(name: string, key: KeyObject): NoteVerifier {
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`The witness's key is ${key.asymmetricKeyType ?? "no public key"}: witnesses sign with Ed25519.`);
  const raw = key.export({ type: "spki", format: "der" }).subarray(-rawKeyBytes);
  return {
    name,
    id: keyId(name, raw, cosignatureType),
    verify: (text, signature) => signature.length > timeBytes && verify(null, Buffer.concat([Buffer.from(`cosignature/v1\ntime ${Buffer.from(signature).readBigUInt64BE(0)}\n`), text]), key, signature.subarray(timeBytes)),
  };
}

/** A witness's public key as witnesses give it out: `name+id+key` (C2SP tlog-cosignature §Format). */
export function encodeWitnessKey(name: string, key: KeyObject): string {
  const raw = key.export({ type: "spki", format: "der" }).subarray(-rawKeyBytes);
  return `${name}+${cosignatureVerifier(name, key).id.toString(16).padStart(8, "0")}+${Buffer.concat([Buffer.of(cosignatureType), raw]).toString("base64")}`;
}

/** Reads such a key. Throws where it is damaged. */
export function decodeWitnessKey(text: string): NoteVerifier {
  const { name, key } = decodeKeyOfType(text, cosignatureType, "Take it again from whoever runs the witness.");
  return cosignatureVerifier(name, key);
}
