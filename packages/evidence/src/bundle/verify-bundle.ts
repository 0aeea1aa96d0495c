import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { leafHash } from "../merkle/hash.ts";
import { rootOfInclusion } from "../merkle/proof.ts";
import { KeyRing } from "../keys/key-ring.ts";
import { decodeEntry, sha256Of } from "../ledger/entry.ts";
import type { LedgerVerdict } from "../ledger/verify-ledger.ts";
import { parseCheckpoint } from "../note/checkpoint.ts";
import { parseLogProof } from "../note/log-proof.ts";
import { decodeVerifierKey, encodeVerifierKey, noteVerifier, type NoteVerifier } from "../note/note-key.ts";
import { openNote } from "../note/signed-note.ts";
import { attachmentsOf, checkAttachments } from "./attachments.ts";

/** Verifies a folder that `writeBundle` wrote: what its own script does, and names the first thing that is wrong. */
export function verifyBundle(folder: string, verifiers: readonly NoteVerifier[]): LedgerVerdict & { readonly records?: number } {
  let sequence: number | undefined;
  const at = (name: string): Buffer => readFileSync(path.join(folder, name));
  try {
    const note = at("checkpoint").toString("utf8");
    const checkpoint = parseCheckpoint(openNote(note, verifiers).text);
    checkKeyFiles(at("ledger.vkey").toString("utf8"), at("ledger.pem").toString("utf8"), verifiers);
    const keys = new KeyRing();
    const attached = new Set<string>();
    let last = "";
    const sequences = sequencesIn(folder);
    if (sequences.length === 0) throw new Error("There is no record in it.");
    for (sequence of sequences) {
      const leaf = at(`records/${sequence}.entry.json`);
      const entry = decodeEntry(leaf);
      if (entry.sequence !== sequence) throw new Error(`It says that it is the record ${entry.sequence}.`);
      if (entry.time < last) throw new Error("It was written before the one before it.");
      last = entry.time;
      const proof = parseLogProof(at(`records/${sequence}.tlog-proof`).toString("utf8"));
      if (proof.index !== sequence || proof.checkpoint !== note) throw new Error("Its proof is of another record, or of another checkpoint.");
      const root = rootOfInclusion(sequence, checkpoint.size, leafHash(leaf), proof.path);
      if (root === undefined || Buffer.compare(root, checkpoint.root) !== 0) throw new Error("It is not in the log.");
      const bundle = at(`records/${sequence}.sigstore.json`);
      if (sha256Of(bundle) !== entry.sha256) throw new Error("Its bundle is not the one whose digest the log holds.");
      for (const digest of attachmentsOf(entry.type, keys.admit(entry.type, bundle))) attached.add(digest);
    }
    sequence = undefined;
    checkAttachments(folder, attached);
    return { status: "sound", checkpoint, keys, records: sequences.length };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return sequence === undefined ? { status: "unsound", reason } : { status: "unsound", reason: `Record ${sequence}: ${reason}`, sequence };
  }
}

/** The key's files are what people take it from. */
function checkKeyFiles(text: string, pem: string, verifiers: readonly NoteVerifier[]): void {
  const { name, key } = decodeVerifierKey(text);
  const { id } = noteVerifier(name, key);
  if (text !== `${encodeVerifierKey(name, key)}\n` || !verifiers.some((one) => one.name === name && one.id === id)) throw new Error("ledger.vkey is not the key that the ledger was verified with.");
  if (pem !== key.export({ type: "spki", format: "pem" })) throw new Error("ledger.pem is not the key of ledger.vkey.");
}

function sequencesIn(folder: string): number[] {
  const names = readdirSync(path.join(folder, "records")).flatMap((name) => /^(\d+)\.entry\.json$/.exec(name)?.[1] ?? []);
  return names.map(Number).sort((a, b) => a - b);
}
