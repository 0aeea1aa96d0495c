import { hashBytes, leafHash } from "../merkle/hash.ts";
import { encodeEntries } from "../merkle/entries.ts";
import { foldHashes, tileWidth, widthOf, type Tile } from "../merkle/tiles.ts";

/** A tile as it is to be written. */
export interface GrownTile {
  readonly tile: Tile;
  readonly bytes: Buffer;
}

/** The tiles of a log that entries are added to: those of the right edge with what is new, and whatever lies beyond it. */
export function growTiles(size: number, entries: readonly Uint8Array[], read: (tile: Tile) => Uint8Array): GrownTile[] {
  const grown: GrownTile[] = [...growEntries(size, entries, read)];
  let added = entries.map((entry) => leafHash(entry));
  for (let level = 0; added.length > 0; level++) {
    const before = Math.floor(size / tileWidth ** level);
    const tiles = growLevel(level, before, size, added, read);
    grown.push(...tiles);
    // A tile that became full has its root as a hash of the level above.
    added = tiles.filter(({ tile }) => tile.width === tileWidth).map(({ bytes }) => foldHashes(bytes, 0, tileWidth));
  }
  return grown;
}

function growLevel(level: number, before: number, size: number, added: readonly Buffer[], read: (tile: Tile) => Uint8Array): GrownTile[] {
  return inTiles(before, added).map(({ index, kept, items }) => {
    const old = kept === 0 ? [] : [read({ level, index, width: widthOf(level, index, size) })];
    const bytes = Buffer.concat([...old, ...items]);
    return { tile: { level, index, width: bytes.length / hashBytes }, bytes };
  });
}

function growEntries(size: number, entries: readonly Uint8Array[], read: (tile: Tile) => Uint8Array): GrownTile[] {
  return inTiles(size, entries).map(({ index, kept, items }) => {
    const old = kept === 0 ? [] : [read({ level: "entries", index, width: kept })];
    return { tile: { level: "entries", index, width: kept + items.length }, bytes: Buffer.concat([...old, encodeEntries(items)]) };
  });
}

/** What is added behind the first `before`, by tile; `kept` is how many the tile had. */
export function inTiles<T>(before: number, added: readonly T[]): { readonly index: number; readonly kept: number; readonly items: readonly T[] }[] {
  const out: { index: number; kept: number; items: readonly T[] }[] = [];
  for (let at = 0; at < added.length; ) {
    const kept = (before + at) % tileWidth;
    const items = added.slice(at, at + tileWidth - kept);
    out.push({ index: Math.floor((before + at) / tileWidth), kept, items });
    at += items.length;
  }
  return out;
}
