import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { decodeVerifierKey, encodeVerifierKey, noteSigner, noteVerifier } from "./note-key.ts";
import { cosign, openNote, signNote } from "./signed-note.ts";

/** The example of the C2SP signed-note specification. */
const exampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const exampleNote = "This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

const pair = generateKeyPairSync("ed25519");
const signer = noteSigner("ledger.example/api", pair.privateKey);
const verifier = noteVerifier("ledger.example/api", pair.publicKey);

test("the example key of the specification is read and written", () => {
  const { name, key } = decodeVerifierKey(exampleKey);
  expect(name).toBe("example.com/foo");
  expect(encodeVerifierKey(name, key)).toBe(exampleKey);
});

test("what was signed opens with the key, and tells who signed it", () => {
  const other = generateKeyPairSync("ed25519");
  const note = cosign(signNote("a\n\nb\n", [signer]), noteSigner("witness.example", other.privateKey));
  expect(openNote(note, [verifier])).toEqual({ text: "a\n\nb\n", signedBy: ["ledger.example/api"], unknown: ["witness.example"] });
  expect(openNote(note, [verifier, noteVerifier("witness.example", other.publicKey)]).signedBy).toEqual(["ledger.example/api", "witness.example"]);
});

test("no changed byte is accepted", () => {
  const note = Buffer.from(signNote("the first line\n42\n", [signer]));
  for (let at = 0; at < note.length; at++) {
    const changed = Buffer.from(note);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openNote(changed.toString("utf8"), [verifier]), `byte ${at}`).toThrow(/note|signature/);
  }
});

test.each([
  ["a text without a line end", "ends with no line end", () => signNote("no end", [signer])],
  ["a control character", "characters that a note may not have", () => signNote("a\u0007\n", [signer])],
  ["a key that nobody knows", "none of the known keys", () => openNote(signNote("a\n", [noteSigner("other", pair.privateKey)]), [verifier])],
  ["the right name with another key", "none of the known keys", () => openNote(signNote("a\n", [noteSigner(verifier.name, generateKeyPairSync("ed25519").privateKey)]), [verifier])],
  ["no signature", "a line of its signatures is none", () => openNote("a\n\n", [verifier])],
  ["a note that is cut off", "no empty line parts", () => openNote(signNote("a\n", [signer]).slice(0, -1), [verifier])],
  ["a name with a space", "cannot name a key", () => noteSigner("a b", pair.privateKey)],
  ["a key of another kind", "signed with Ed25519", () => noteSigner("a", generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey)],
  ["a damaged key", "its id is not that of its name and key", () => decodeVerifierKey(exampleKey.replace("530d", "530e"))],
])("refuses %s", (_what, message, run) => {
  expect(run).toThrow(message);
});

test("the example note of the specification opens", () => {
  const { name, key } = decodeVerifierKey(exampleKey);
  expect(openNote(exampleNote, [noteVerifier(name, key)]).text).toBe("This is an example message.\n");
});
