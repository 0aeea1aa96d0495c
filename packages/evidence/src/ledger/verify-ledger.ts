import { decodeEntries } from "../merkle/entries.ts";
import { hashBytes, leafHash } from "../merkle/hash.ts";
import { isConsistent } from "../merkle/proof.ts";
import { foldHashes, hashesInTiles, tilePath, tileWidth, widthOf, type Tile } from "../merkle/tiles.ts";
import { treeRoot } from "../merkle/tree.ts";
import { parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import type { NoteVerifier } from "../note/note-key.ts";
import { openNote } from "../note/signed-note.ts";
import { KeyRing } from "../keys/key-ring.ts";
import { decodeEntry, sha256Of } from "./entry.ts";
import { LedgerReader, noteIn } from "./ledger-reader.ts";

/** What verifying a ledger came to. */
export type LedgerVerdict =
  | { readonly status: "sound"; readonly checkpoint: Checkpoint; readonly keys: KeyRing }
  /** The first thing that is wrong, and the record at which it is where it is one's. */
  | { readonly status: "unsound"; readonly reason: string; readonly sequence?: number };

/**
 * Verifies a ledger from its first byte: the checkpoint's signature, every entry and bundle and its signature, every tile,
 * and that it continues the earlier checkpoints that are given, which is what shows a ledger that was rolled back or
 * made anew. `progress` is told how many records were checked.
 */
export async function verifyLedger(folder: string, verifiers: readonly NoteVerifier[], { earlier = [], progress }: { readonly earlier?: readonly Checkpoint[]; readonly progress?: (done: number, of: number) => void } = {}): Promise<LedgerVerdict> {
  let sequence: number | undefined;
  try {
    const note = await noteIn(folder);
    const checkpoint = parseCheckpoint(openNote(note, verifiers).text);
    const reader = LedgerReader.at(folder, note, checkpoint);
    const keys = new KeyRing();
    let last = "";
    for (let index = 0; index * tileWidth < checkpoint.size; index++) {
      const width = Math.min(tileWidth, checkpoint.size - index * tileWidth);
      const entries = decodeEntries(reader.tiles.read({ level: "entries", index, width }));
      if (entries.length !== width) throw new Error(`${tilePath({ level: "entries", index, width })} has ${entries.length} entries in place of ${width}.`);
      const hashes = reader.tiles.read({ level: 0, index, width });
      const bundles = reader.records.read(index, width);
      for (const [place, bytes] of entries.entries()) {
        sequence = index * tileWidth + place;
        const entry = decodeEntry(bytes);
        if (entry.sequence !== sequence) throw new Error(`It says that it is the record ${entry.sequence}: one was removed, repeated or moved.`);
        if (entry.time < last) throw new Error(`It was written at ${entry.time}, before the one before it: the clock was set back.`);
        last = entry.time;
        if (Buffer.compare(leafHash(bytes), hashes.subarray(place * hashBytes, (place + 1) * hashBytes)) !== 0) throw new Error(`${tilePath({ level: 0, index, width })} has another hash for it.`);
        const bundle = bundles[place] ?? Buffer.alloc(0);
        if (sha256Of(bundle) !== entry.sha256) throw new Error("Its bundle is not the one whose digest the log holds.");
        keys.admit(entry.type, bundle);
      }
      progress?.(sequence === undefined ? 0 : sequence + 1, checkpoint.size);
    }
    sequence = undefined;
    checkUpperTiles(checkpoint.size, (tile) => reader.tiles.read(tile));
    if (Buffer.compare(treeRoot(checkpoint.size, hashesInTiles(checkpoint.size, (tile) => reader.tiles.read(tile))), checkpoint.root) !== 0) throw new Error("The tiles do not lead to the root of the checkpoint.");
    for (const before of earlier) {
      if (before.origin !== checkpoint.origin) throw new Error(`An earlier checkpoint is one of ${before.origin}, and not of ${checkpoint.origin}.`);
      if (before.size > checkpoint.size) throw new Error(`The ledger had ${before.size} records, and has ${checkpoint.size}: it was rolled back.`);
      if (!isConsistent(before, checkpoint, reader.proveConsistency(before.size))) throw new Error(`The ledger does not continue what it was with ${before.size} records: it was made anew, or forked.`);
    }
    return { status: "sound", checkpoint, keys };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return sequence === undefined ? { status: "unsound", reason } : { status: "unsound", reason: `Record ${sequence}: ${reason}`, sequence };
  }
}

/** Every hash above the leaves is the root of the tile below it. */
function checkUpperTiles(size: number, read: (tile: Tile) => Buffer): void {
  for (let level = 1; Math.floor(size / tileWidth ** level) > 0; level++) {
    for (let index = 0; widthOf(level, index, size) > 0; index++) {
      const tile: Tile = { level, index, width: widthOf(level, index, size) };
      const bytes = read(tile);
      for (let place = 0; place < tile.width; place++) {
        const below = foldHashes(read({ level: level - 1, index: index * tileWidth + place, width: tileWidth }), 0, tileWidth);
        if (Buffer.compare(below, bytes.subarray(place * hashBytes, (place + 1) * hashBytes)) !== 0) throw new Error(`${tilePath(tile)} has another hash for the tile ${index * tileWidth + place} below it.`);
      }
    }
  }
}
