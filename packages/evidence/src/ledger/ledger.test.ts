import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { isConsistent, rootOfInclusion } from "../merkle/proof.ts";
import { decodeEntries, encodeEntries } from "../merkle/entries.ts";
import { leafHash } from "../merkle/hash.ts";
import { parseCheckpoint } from "../note/checkpoint.ts";
import { parseLogProof } from "../note/log-proof.ts";
import { openNote } from "../note/signed-note.ts";
import { envelopePair, firstKey, ledgerPair, nextKey, recordOf, type Pair } from "../test-support/sample-ledger.ts";
import { encodeEntry } from "./entry.ts";
import { Ledger, type NewRecord } from "./ledger.ts";
import { LedgerReader } from "./ledger-reader.ts";
import { verifyLedger } from "./verify-ledger.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-ledger-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let folders = 0;
const newFolder = (): string => path.join(work, String(folders++));
const { keys } = ledgerPair();
const scanner = envelopePair();
const scans = (count: number, from = 0, pair: Pair = scanner): NewRecord[] => Array.from({ length: count }, (_, place) => recordOf("scan-run", { number: from + place }, pair));

async function ledgerOf(count: number): Promise<string> {
  const folder = newFolder();
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([firstKey("scanner", scanner), ...scans(count - 1)]);
  await ledger.close();
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => statSync(path.join(folder, file)).isFile() && !file.startsWith("writer.lock"));
}

test("what was appended is there when the ledger is opened again, and it is sound", async () => {
  const folder = newFolder();
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([firstKey("scanner", scanner)]);
  for (let at = 0; at < 6; at++) await ledger.append(scans(at * 40, at));
  await ledger.close();
  const reader = await LedgerReader.open(folder, [keys.verifier]);
  expect(reader.size).toBe(601);
  expect(reader.record(300)).toMatchObject({ type: "scan-run", sequence: 300 });
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "sound" });
});

test("each record is proved to be in the log, by the proof and the log's key alone", async () => {
  const reader = await LedgerReader.open(await ledgerOf(300), [keys.verifier]);
  for (const sequence of [0, 1, 255, 256, 299]) {
    const { index, path: audit, checkpoint } = parseLogProof(reader.prove(sequence));
    const { size, root } = parseCheckpoint(openNote(checkpoint, [keys.verifier]).text);
    expect(rootOfInclusion(index, size, leafHash(encodeEntry(reader.entry(sequence))), audit)).toEqual(root);
  }
  expect(() => reader.prove(300)).toThrow("There is no record 300");
});

test("a grown log continues what it was, and a log made anew does not", async () => {
  const folder = await ledgerOf(300);
  const before = (await LedgerReader.open(folder, [keys.verifier])).checkpoint;
  const ledger = await Ledger.open(folder, keys);
  await ledger.append(scans(300));
  await ledger.close();
  const after = await LedgerReader.open(folder, [keys.verifier]);
  expect(isConsistent(before, after.checkpoint, after.proveConsistency(before.size))).toBe(true);
  expect(await verifyLedger(folder, [keys.verifier], { earlier: [before] })).toMatchObject({ status: "sound" });
  const anew = await ledgerOf(400);
  expect(await verifyLedger(anew, [keys.verifier], { earlier: [before] })).toMatchObject({ status: "unsound", reason: expect.stringContaining("made anew, or forked") });
  expect(await verifyLedger(await ledgerOf(20), [keys.verifier], { earlier: [before] })).toMatchObject({ status: "unsound", reason: expect.stringContaining("rolled back") });
});

test("a writer that is killed at any moment loses nothing that it acknowledged", async () => {
  const folder = await ledgerOf(250);
  const grown = newFolder();
  cpSync(folder, grown, { recursive: true });
  const ledger = await Ledger.open(grown, keys);
  await ledger.append(scans(20));
  await ledger.close();
  // Files are written one after the other: whatever of the new ones is there, whole or cut, without the checkpoint.
  const fresh = filesIn(grown).filter((file) => file !== "checkpoint");
  for (let written = 0; written <= fresh.length; written++) {
    const killed = newFolder();
    cpSync(folder, killed, { recursive: true });
    for (const [place, file] of fresh.entries()) {
      if (place > written) continue;
      cpSync(path.join(grown, file), path.join(killed, file));
      const old = file.endsWith(".jsonl") ? statSync(path.join(folder, file), { throwIfNoEntry: false })?.size : undefined;
      // The last one was being written: files that are written whole have another name until they are.
      if (place === written && file.endsWith(".jsonl")) truncateSync(path.join(killed, file), Math.floor(((old ?? 0) + statSync(path.join(killed, file)).size) / 2));
    }
    writeFileSync(path.join(killed, "checkpoint.new"), "half a checkp");
    const again = await Ledger.open(killed, keys);
    expect(again.reader.size).toBe(250);
    await again.append(scans(10));
    await again.close();
    expect(await verifyLedger(killed, [keys.verifier]), `${written} files`).toMatchObject({ status: "sound", checkpoint: { size: 260 } });
  }
});

test("a writer that is killed at any byte of a record, tile or checkpoint leaves the ledger that was there", async () => {
  const folder = await ledgerOf(20);
  const before = await LedgerReader.open(folder, [keys.verifier]);
  const grown = newFolder();
  cpSync(folder, grown, { recursive: true });
  const ledger = await Ledger.open(grown, keys);
  await ledger.append(scans(1));
  await ledger.close();
  const records = "records/000.jsonl";
  const whole = readFileSync(path.join(grown, records));
  const old = readFileSync(path.join(folder, records)).length;
  for (let length = old; length <= whole.length; length++) {
    // Records are written in place; everything else has another name until it is whole.
    writeFileSync(path.join(folder, records), whole.subarray(0, length));
    const now = await LedgerReader.open(folder, [keys.verifier]);
    expect(now.note, `byte ${length}`).toBe(before.note);
    expect(now.record(19).sha256).toBe(before.entry(19).sha256);
  }
  for (const file of filesIn(grown).filter((name) => name !== records && (name === "checkpoint" || !existsSync(path.join(folder, name))))) {
    const bytes = readFileSync(path.join(grown, file));
    for (let length = 0; length <= bytes.length; length++) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, `${file}.new`), bytes.subarray(0, length));
      expect((await LedgerReader.open(folder, [keys.verifier])).note, `${file} byte ${length}`).toBe(before.note);
    }
  }
  // What lies about is written over by who comes next.
  const again = await Ledger.open(folder, keys);
  await again.append(scans(3));
  await again.close();
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "sound", checkpoint: { size: 23 } });
});

test("a changed bit anywhere is named", async () => {
  const folder = await ledgerOf(3);
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(path.join(folder, file));
    for (let at = 0; at < bytes.length; at += file === "checkpoint" ? 1 : 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << at % 7);
      writeFileSync(path.join(folder, file), changed);
      const verdict = await verifyLedger(folder, [keys.verifier]);
      expect(verdict.status, `${file} byte ${at}`).toBe("unsound");
    }
    writeFileSync(path.join(folder, file), bytes);
  }
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "sound" });
});

test.each<readonly [string, (lines: readonly string[]) => readonly string[], string]>([
  ["taken away", ([first = "", , ...rest]) => [first, ...rest], "is damaged: it has 4 records in place of 5"],
  ["repeated", ([first = "", second = "", , ...rest]) => [first, second, second, ...rest], "Record 2: Its bundle is not the one"],
  ["moved", ([first = "", second = "", third = "", ...rest]) => [first, third, second, ...rest], "Record 1: Its bundle is not the one"],
  ["taken away at the end", (lines) => lines.slice(0, -1), "is damaged: it has 4 records in place of 5"],
])("a record that was %s is named", async (_how, change, said) => {
  const folder = await ledgerOf(5);
  const file = path.join(folder, "records/000.jsonl");
  writeFileSync(file, change(readFileSync(file, "utf8").trim().split("\n")).map((line) => `${line}\n`).join(""));
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "unsound", reason: expect.stringContaining(said) });
});

test("entries that changed places with their records are named by their own places", async () => {
  const folder = await ledgerOf(5);
  const tile = path.join(folder, "tile/entries/000.p/5");
  const entries = decodeEntries(readFileSync(tile));
  writeFileSync(tile, encodeEntries([0, 2, 1, 3, 4].map((place) => entries[place] ?? Buffer.alloc(0))));
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "unsound", sequence: 1, reason: expect.stringContaining("one was removed, repeated or moved") });
});

test("a second writer is kept out until the first is done", async () => {
  const folder = await ledgerOf(2);
  const first = await Ledger.open(folder, keys);
  await expect(Ledger.open(folder, keys)).rejects.toThrow("Another process is writing");
  await first.close();
  await (await Ledger.open(folder, keys)).close();
  await expect(Ledger.create(folder, keys)).rejects.toThrow("already");
});

test("appends that come at once are written one after the other", async () => {
  const folder = newFolder();
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([firstKey("scanner", scanner)]);
  const entries = await Promise.all(scans(40).map((record) => ledger.append([record])));
  await ledger.close();
  expect(entries.flat().map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "sound" });
});

test("a clock that was set back stops the writing", async () => {
  const folder = newFolder();
  let now = new Date("2026-03-01T00:00:00Z");
  const ledger = await Ledger.create(folder, keys, () => now);
  await ledger.append([firstKey("scanner", scanner)]);
  now = new Date("2026-02-01T00:00:00Z");
  await expect(ledger.append(scans(1))).rejects.toThrow("Set the clock");
  now = new Date("2026-03-02T00:00:00Z");
  await ledger.append(scans(1));
  await ledger.close();
  expect(await verifyLedger(folder, [keys.verifier])).toMatchObject({ status: "sound", checkpoint: { size: 2 } });
});

test("a key takes over where the old and the new one sign, and a stranger never does", async () => {
  const [next, stranger, approver] = [envelopePair(), envelopePair(), envelopePair()];
  const verdict = async (...records: NewRecord[]): Promise<unknown> => {
    const folder = newFolder();
    const ledger = await Ledger.create(folder, keys);
    await ledger.append([firstKey("scanner", scanner), ...records]);
    await ledger.close();
    return verifyLedger(folder, [keys.verifier]);
  };
  expect(await verdict(...scans(1), nextKey("scanner", next, scanner), ...scans(1, 1, next))).toMatchObject({ status: "sound" });
  expect(await verdict(nextKey("scanner", next, scanner), ...scans(1))).toMatchObject({ status: "unsound", sequence: 2 });
  expect(await verdict(...scans(1, 0, stranger))).toMatchObject({ status: "unsound", sequence: 1 });
  expect(await verdict(firstKey("scanner", stranger))).toMatchObject({ status: "unsound", sequence: 1 });
  expect(await verdict(nextKey("scanner", next, stranger))).toMatchObject({ status: "unsound", sequence: 1 });
  expect(await verdict(firstKey("approver", scanner))).toMatchObject({ status: "unsound", sequence: 1 });
  expect(await verdict(firstKey("approver", approver), recordOf("waiver", {}, approver))).toMatchObject({ status: "sound" });
  expect(await verdict(firstKey("approver", approver), recordOf("waiver", {}, scanner))).toMatchObject({ status: "unsound", sequence: 2 });
});

test("a ledger whose checkpoint another key signed is not opened", async () => {
  const folder = await ledgerOf(2);
  const { keys: other } = ledgerPair();
  await expect(LedgerReader.open(folder, [other.verifier])).rejects.toThrow("none of the known keys");
  await expect(LedgerReader.open(newFolder(), [keys.verifier])).rejects.toThrow("no checkpoint");
});
