import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { keyRecordType } from "../keys/key-record.ts";
import { KeyRing } from "../keys/key-ring.ts";
import { encodeEntry } from "../ledger/entry.ts";
import type { LedgerReader } from "../ledger/ledger-reader.ts";
import { decodeVerifierKey } from "../note/note-key.ts";
import { attachmentsFolder, attachmentsOf } from "./attachments.ts";

/** A folder that an auditor takes away: records with their proofs, the checkpoint, the key, and how to verify them without Muster. */
export interface BundleRequest {
  readonly folder: string;
  /** The ledger's public key, as notes write it. */
  readonly verifierKey: string;
  /** Places of the records to take; those of keys come with them. Default: all. */
  readonly sequences?: readonly number[];
  /** Finds the bytes of a file that a record speaks of, by its SHA-256. Throws where it is not there, as for every file where this is left out. */
  readonly attachment?: (sha256: string) => Uint8Array;
}

/** Writes a bundle into a folder that must be new or empty. Returns how many records it holds. */
export async function writeBundle(reader: LedgerReader, { folder, verifierKey, sequences, attachment = absent }: BundleRequest): Promise<number> {
  await mkdir(path.join(folder, "records"), { recursive: true });
  const wanted = sequences && new Set(sequences);
  const keys = new KeyRing();
  let count = 0;
  for (let sequence = 0; sequence < reader.size; sequence++) {
    const { type } = reader.entry(sequence);
    if (wanted && type !== keyRecordType && !wanted.has(sequence)) continue;
    const { bundle, ...entry } = reader.record(sequence);
    const at = path.join(folder, "records", String(sequence));
    await writeFile(`${at}.entry.json`, encodeEntry(entry), { flag: "wx" });
    await writeFile(`${at}.sigstore.json`, bundle, { flag: "wx" });
    await writeFile(`${at}.tlog-proof`, reader.prove(sequence), { flag: "wx" });
    for (const digest of attachmentsOf(type, keys.admit(type, bundle))) {
      await mkdir(path.join(folder, attachmentsFolder), { recursive: true });
      await writeFile(path.join(folder, attachmentsFolder, digest), attachment(digest));
    }
    count++;
  }
  const { key } = decodeVerifierKey(verifierKey);
  await writeFile(path.join(folder, "checkpoint"), reader.note, { flag: "wx" });
  await writeFile(path.join(folder, "ledger.vkey"), `${verifierKey}\n`, { flag: "wx" });
  await writeFile(path.join(folder, "ledger.pem"), key.export({ type: "spki", format: "pem" }), { flag: "wx" });
  await writeFile(path.join(folder, "verify.py"), readFileSync(new URL("./verify.py", import.meta.url)), { flag: "wx", mode: 0o755 });
  await writeFile(path.join(folder, "README.md"), readmeOf(reader, count), { flag: "wx" });
  return count;
}

function absent(sha256: string): never {
  throw new Error(`A record speaks of the file ${sha256}, and nobody said where it is.`);
}

function readmeOf(reader: LedgerReader, count: number): string {
  const { origin, size } = reader.checkpoint;
  return `# Evidence of ${origin}

${count} of the ${size} records of the ledger, each with its proof. Static analysis shows that a control is present in the code, not that it ran; nothing here says that a criterion is met.

| file | what it is |
| --- | --- |
| \`checkpoint\` | the signed state of the ledger: name, number of records, root (C2SP tlog-checkpoint) |
| \`ledger.vkey\`, \`ledger.pem\` | the key that signs it. Compare it with the one that you were given by another way |
| \`records/N.entry.json\` | the leaf of record N: its kind, place, digest and time |
| \`records/N.tlog-proof\` | that the leaf is in the ledger (C2SP tlog-proof, RFC 6962) |
| \`records/N.sigstore.json\` | the record: an in-toto statement in a DSSE envelope (Sigstore bundle v0.3) |
| \`files/SHA256\` | what records of periods speak of: the report (JSON) and the whole population (CSV), to be compared with your own clone by the command that the report names |

## Verify it

All of it, with Python's standard library and openssl (3.0 or newer):

\`\`\`sh
python3 verify.py ledger.vkey
\`\`\`

One signature by hand, here of the checkpoint:

\`\`\`sh
sed '/^$/q' checkpoint | sed '$d' > body
tail -n 1 checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c +5 > signature
openssl pkeyutl -verify -pubin -inkey ledger.pem -rawin -in body -sigfile signature
\`\`\`

What a record says:

\`\`\`sh
python3 -c 'import base64, json, sys; print(base64.b64decode(json.load(open(sys.argv[1]))["dsseEnvelope"]["payload"]).decode())' records/0.sigstore.json
\`\`\`
`;
}
