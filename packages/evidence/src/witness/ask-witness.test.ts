import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { Ledger } from "../ledger/ledger.ts";
import type { LedgerReader } from "../ledger/ledger-reader.ts";
import { isConsistent } from "../merkle/proof.ts";
import { parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import { encodeVerifierKey } from "../note/note-key.ts";
import { openNote } from "../note/signed-note.ts";
import { envelopePair, firstKey, ledgerPair, recordOf } from "../test-support/sample-ledger.ts";
import { askWitness } from "./ask-witness.ts";
import { cosignatureVerifier, decodeWitnessKey, encodeWitnessKey } from "./cosignature.ts";

const name = "witness.example";
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const verifier = cosignatureVerifier(name, publicKey);
const { keys } = ledgerPair();
const scanner = envelopePair();
const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function ledgerOf(...sizes: readonly number[]): Promise<LedgerReader[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-witness-"));
  open.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([firstKey("scanner", scanner)]);
  const readers: LedgerReader[] = [];
  for (const size of sizes) {
    await ledger.append(Array.from({ length: size - ledger.reader.size }, (_, number) => recordOf("scan-run", { size, number }, scanner)));
    readers.push(ledger.reader);
  }
  await ledger.close();
  return readers;
}

/** A witness as the specification has it: it signs what continues what it saw last. */
async function witness(): Promise<URL> {
  let last: Checkpoint | undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const cut = body.indexOf("\n\n");
      const [old = "", ...hashes] = body.slice(0, cut).split("\n");
      const { text } = openNote(body.slice(cut + 2), [keys.verifier]);
      const now = parseCheckpoint(text);
      if (Number(old.slice(4)) !== (last?.size ?? 0)) return response.writeHead(409).end(`${last?.size ?? 0}\n`);
      if (last !== undefined && !isConsistent(last, now, hashes.map((hash) => Buffer.from(hash, "base64")))) return response.writeHead(422).end();
      last = now;
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(1_700_000_000n);
      const id = Buffer.alloc(4);
      id.writeUInt32BE(verifier.id);
      const signature = sign(null, Buffer.from(`cosignature/v1\ntime 1700000000\n${text}`), privateKey);
      return response.writeHead(200).end(`\u2014 ${name} ${Buffer.concat([id, time, signature]).toString("base64")}\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(server);
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/add-checkpoint`);
}

test("a witness signs what continues what it saw, whatever size it is believed to have seen", async () => {
  const [small, large] = await ledgerOf(5, 300);
  const url = await witness();
  for (const [reader, seen] of [[small, 0], [large, 0], [large, 300]] as const) {
    if (reader === undefined) throw new Error("there is no ledger");
    const answer = await askWitness(reader, url, seen);
    expect(answer.status).toBe("cosigned");
    const lines = answer.status === "cosigned" ? answer.lines : "";
    expect(openNote(reader.note + lines, [keys.verifier, verifier]).signedBy).toEqual([keys.verifier.name, name]);
    expect(() => openNote(reader.note.replace(/\n\d+\n/u, "\n9\n") + lines, [verifier])).toThrow("not that of this text");
  }
});

test("a ledger that was rolled back or made anew gets no signature", async () => {
  const [small, large] = await ledgerOf(5, 20);
  const [other] = await ledgerOf(30);
  const url = await witness();
  if (small === undefined || large === undefined || other === undefined) throw new Error("there is no ledger");
  expect((await askWitness(large, url, 0)).status).toBe("cosigned");
  expect(await askWitness(small, url, 5)).toMatchObject({ status: "refused", reason: expect.stringContaining("rolled back") });
  expect(await askWitness(other, url, 20)).toMatchObject({ status: "refused", reason: "it answered 422" });
});

test("a witness's key is read as witnesses give it out, and a damaged one is none", () => {
  const text = encodeWitnessKey(name, publicKey);
  expect(decodeWitnessKey(text)).toMatchObject({ name, id: verifier.id });
  const at = name.length + 3;
  expect(() => decodeWitnessKey(`${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`)).toThrow("its id is not that of its name and key");
  // A ledger's own key is of another type.
  expect(() => decodeWitnessKey(encodeVerifierKey(name, publicKey))).toThrow("one of type 4 is needed");
});
