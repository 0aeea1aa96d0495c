import type { NoteSigner, NoteVerifier } from "./note-key.ts";

/** A note whose text may be believed: at least one of the known keys signed it. */
export interface OpenedNote {
  /** Ends with a line end. */
  readonly text: string;
  /** Names of known keys whose signatures hold. */
  readonly signedBy: readonly string[];
  /** Names of signatures by keys that are not known. */
  readonly unknown: readonly string[];
}

const mostBytes = 1_000_000;
const mostSignatures = 100;
const signatureLine = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** Signs a text (C2SP signed-note). It ends with a line end and has no control characters. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  checkText(text);
  const bytes = Buffer.from(text);
  return `${text}\n${signers.map((signer) => signatureOf(signer, bytes)).join("")}`;
}

/** A further signature for a note that was signed already: a witness's. */
export function cosign(note: string, signer: NoteSigner): string {
  return `${note}${signatureOf(signer, Buffer.from(splitNote(note).text))}`;
}

/**
 * Opens a note. Throws where it is malformed, where a signature by a known key does not hold, or where no known key signed
 * it. Signatures by other keys are passed over, as the specification wants.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const { text, signatures } = splitNote(note);
  const bytes = Buffer.from(text);
  const signedBy: string[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const { name, id, signature } of signatures) {
    const verifier = verifiers.find((one) => one.name === name && one.id === id);
    if (verifier === undefined) {
      unknown.push(name);
      continue;
    }
    // The first signature of a key counts, as others may follow it.
    if (seen.has(`${name} ${id}`)) continue;
    seen.add(`${name} ${id}`);
    if (!verifier.verify(bytes, signature)) throw new Error(`The signature of ${name} is not that of this text: the note was changed, or damaged.`);
    signedBy.push(name);
  }
  if (signedBy.length === 0) throw new Error(`The note is signed by ${unknown.length === 0 ? "nobody" : unknown.join(", ")}, and by none of the known keys: ${verifiers.map(({ name }) => name).join(", ")}.`);
  return { text, signedBy, unknown };
}

interface SplitNote {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: number; readonly signature: Buffer }[];
}

function splitNote(note: string): SplitNote {
  if (note.length > mostBytes) throw new Error("The note is larger than a note may be.");
  // The last empty line parts text and signatures: the text may have empty lines too.
  const cut = note.lastIndexOf("\n\n");
  if (cut < 0 || !note.endsWith("\n")) throw new Error("The note is malformed: no empty line parts its text from its signatures.");
  const text = note.slice(0, cut + 1);
  checkText(text);
  const lines = note.slice(cut + 2, -1).split("\n");
  if (lines.length > mostSignatures) throw new Error("The note has more signatures than a note may have.");
  return { text, signatures: lines.map((line) => signatureIn(line)) };
}

function signatureIn(line: string): SplitNote["signatures"][number] {
  const [, name = "", encoded = ""] = signatureLine.exec(line) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  // What is not canonical could be changed without anyone noticing.
  if (name === "" || name.includes("+") || bytes.length < 5 || bytes.toString("base64") !== encoded) throw new Error("The note is malformed: a line of its signatures is none.");
  return { name, id: bytes.readUInt32BE(0), signature: bytes.subarray(4) };
}

function signatureOf(signer: NoteSigner, text: Uint8Array): string {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(signer.id);
  return `\u2014 ${signer.name} ${Buffer.concat([id, signer.sign(text)]).toString("base64")}\n`;
}

function checkText(text: string): void {
  // eslint-disable-next-line no-control-regex -- the specification names them
  if (!text.endsWith("\n") || /[\u0000-\u0009\u000b-\u001f\ufffd]/.test(text)) throw new Error("The note is malformed: its text ends with no line end, or has characters that a note may not have.");
}
