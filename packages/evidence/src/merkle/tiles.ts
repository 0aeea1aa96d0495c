import { hashBytes, nodeHash } from "./hash.ts";
import type { HashReader } from "./tree.ts";

/** Hashes of a full tile (C2SP tlog-tiles: a tile is 8 levels high). */
export const tileWidth = 256;
const tileLevels = 8;

/** One tile: of hashes at `level` (0: of leaves), or of entries. A partial one, at the right edge, has fewer than 256 of them. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
}

/** The path of a tile below the log's own (C2SP tlog-tiles): `tile/0/x001/x234/067`, `tile/1/000.p/7`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [index % 1_000];
  for (let rest = Math.floor(index / 1_000); rest > 0; rest = Math.floor(rest / 1_000)) groups.unshift(rest % 1_000);
  const digits = groups.map((group, place) => `${place < groups.length - 1 ? "x" : ""}${String(group).padStart(3, "0")}`);
  return `tile/${level}/${digits.join("/")}${width < tileWidth ? `.p/${width}` : ""}`;
}

/** The tile that holds the hash of a complete subtree in a log of `size`, and where in it. */
export function tileOf(level: number, index: number, size: number): { readonly tile: Tile; readonly first: number; readonly count: number } {
  const tileLevel = Math.floor(level / tileLevels);
  const count = 2 ** (level % tileLevels);
  const first = index * count;
  const tileIndex = Math.floor(first / tileWidth);
  return { tile: { level: tileLevel, index: tileIndex, width: widthOf(tileLevel, tileIndex, size) }, first: first % tileWidth, count };
}

/** How many hashes a tile has in a log of `size`. */
export function widthOf(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth));
}

/** Tiles of hashes and entries at the right edge of a log of `size`: those that are not full. */
export function edgeTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    const width = count % tileWidth;
    if (width > 0) tiles.push({ level, index: Math.floor(count / tileWidth), width });
  }
  return tiles;
}

/** Reads hashes out of tiles. `read` gives a tile's bytes and throws where they are not there. */
export function hashesInTiles(size: number, read: (tile: Tile) => Uint8Array): HashReader {
  return (level, index) => {
    const { tile, first, count } = tileOf(level, index, size);
    if (first + count > tile.width) throw new RangeError(`The log of ${size} records has no such hash.`);
    return foldHashes(read(tile), first, count);
  };
}

/** The root of `count` hashes side by side, a power of two of them. */
export function foldHashes(tile: Uint8Array, first: number, count: number): Buffer {
  let hashes: Buffer[] = Array.from({ length: count }, (_, place) => Buffer.from(tile.subarray((first + place) * hashBytes, (first + place + 1) * hashBytes)));
  while (hashes.length > 1) hashes = Array.from({ length: hashes.length / 2 }, (_, pair) => nodeHash(hashes[pair * 2] ?? none, hashes[pair * 2 + 1] ?? none));
  return hashes[0] ?? none;
}

const none = Buffer.alloc(0);
