import path from "node:path";
import { decodeEntries } from "../merkle/entries.ts";
import { hashesInTiles, tileWidth, type Tile } from "../merkle/tiles.ts";
import { consistencyProof, inclusionProof, treeRoot } from "../merkle/tree.ts";
import { parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import { formatLogProof } from "../note/log-proof.ts";
import type { NoteVerifier } from "../note/note-key.ts";
import { openNote } from "../note/signed-note.ts";
import { readIfThere } from "./durable-files.ts";
import { decodeEntry, sha256Of, type LedgerEntry } from "./entry.ts";
import { RecordFiles } from "./record-files.ts";
import { TileFiles } from "./tile-files.ts";

/** A record that is kept. */
export interface LedgerRecord extends LedgerEntry {
  readonly bundle: Buffer;
}

/**
 * An append-only log of signed records in a folder: an RFC 6962 tree, kept as C2SP tlog-tiles, whose state is a signed
 * checkpoint. The checkpoint is what counts. Everything else is written before it, so a process that is killed at any
 * moment leaves the log as it was, with at most something unread behind it.
 *
 * ```
 * checkpoint           the signed state
 * tile/0/000.p/17      hashes (C2SP tlog-tiles)
 * tile/entries/000.p/17
 * records/000.jsonl    the bundles
 * ```
 */
export class LedgerReader {
  /** The signed checkpoint. */
  readonly note: string;
  readonly checkpoint: Checkpoint;
  readonly tiles: TileFiles;
  readonly records: RecordFiles;

  private constructor(folder: string, note: string, checkpoint: Checkpoint) {
    this.note = note;
    this.checkpoint = checkpoint;
    this.tiles = new TileFiles(folder);
    this.records = new RecordFiles(folder);
  }

  /** Opens a ledger to read it. Throws where it is damaged, or signed by none of these keys. */
  static async open(folder: string, verifiers: readonly NoteVerifier[]): Promise<LedgerReader> {
    const note = await noteIn(folder);
    const reader = LedgerReader.at(folder, note, parseCheckpoint(openNote(note, verifiers).text));
    const root = treeRoot(reader.size, hashesInTiles(reader.size, (tile) => reader.tiles.read(tile)));
    if (Buffer.compare(root, reader.checkpoint.root) !== 0) throw new Error(`The ledger in ${folder} is damaged: its tiles do not lead to the root of its checkpoint. Verify it to see where, and restore a copy.`);
    return reader;
  }

  /** The ledger at a checkpoint that was just written. */
  static at(folder: string, note: string, checkpoint: Checkpoint): LedgerReader {
    return new LedgerReader(folder, note, checkpoint);
  }

  /** Records in it. */
  get size(): number {
    return this.checkpoint.size;
  }

  entry(sequence: number): LedgerEntry {
    this.#check(sequence);
    const entry = decodeEntries(this.tiles.read(this.#entryTile(sequence)))[sequence % tileWidth];
    if (entry === undefined) throw new Error(`The ledger is damaged: the entry ${sequence} is missing. Restore a copy.`);
    return decodeEntry(entry);
  }

  /** All entries, in their order: a tile is read once. */
  *entries(): Generator<LedgerEntry, void, void> {
    for (let index = 0; index * tileWidth < this.size; index++) {
      const width = Math.min(tileWidth, this.size - index * tileWidth);
      for (const entry of decodeEntries(this.tiles.read({ level: "entries", index, width }))) yield decodeEntry(entry);
    }
  }

  /** A record with its bundle. Throws where the bundle is not the one that the log speaks of. */
  record(sequence: number): LedgerRecord {
    const entry = this.entry(sequence);
    const bundle = this.records.read(Math.floor(sequence / tileWidth), (sequence % tileWidth) + 1)[sequence % tileWidth];
    if (bundle === undefined || sha256Of(bundle) !== entry.sha256) throw new Error(`The record ${sequence} of the ledger is damaged: it is not the one whose digest the log holds. Restore a copy.`);
    return { ...entry, bundle };
  }

  /** That a record is in the log: a text that holds on its own (C2SP tlog-proof). */
  prove(sequence: number): string {
    this.#check(sequence);
    const path = inclusionProof(sequence, this.size, hashesInTiles(this.size, (tile) => this.tiles.read(tile)));
    return formatLogProof({ index: sequence, path, checkpoint: this.note });
  }

  /** That the log continues what it was with the first `before` records (RFC 6962 §2.1.2). */
  proveConsistency(before: number): Buffer[] {
    return consistencyProof(before, this.size, hashesInTiles(this.size, (tile) => this.tiles.read(tile)));
  }

  #check(sequence: number): void {
    if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= this.size) throw new RangeError(`There is no record ${sequence}: the ledger has ${this.size}.`);
  }

  #entryTile(sequence: number): Tile {
    const index = Math.floor(sequence / tileWidth);
    return { level: "entries", index, width: Math.min(tileWidth, this.size - index * tileWidth) };
  }
}

/** The file that says what the log is. */
export const checkpointName = "checkpoint";

export async function noteIn(folder: string): Promise<string> {
  const bytes = await readIfThere(path.join(folder, checkpointName));
  if (bytes === undefined) throw new Error(`There is no ledger in ${folder}: it has no checkpoint.`);
  return bytes.toString("utf8");
}
