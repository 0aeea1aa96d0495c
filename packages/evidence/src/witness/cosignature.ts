import { createHash, verify, type KeyObject } from "node:crypto";
import type { NoteVerifier } from "../note/note-key.ts";

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
    id: createHash("sha256").update(`${name}\n`).update(Buffer.of(cosignatureType)).update(raw).digest().readUInt32BE(0),
    verify: (text, signature) => signature.length > timeBytes && verify(null, Buffer.concat([Buffer.from(`cosignature/v1\ntime ${Buffer.from(signature).readBigUInt64BE(0)}\n`), text]), key, signature.subarray(timeBytes)),
  };
}
