import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { decodeEntries, encodeEntries } from "../merkle/entries.ts";
import { hashBytes } from "../merkle/hash.ts";
import { tilePath, tileWidth, type Tile } from "../merkle/tiles.ts";
import { removeFolder, writeDurably } from "./durable-files.ts";

const keptTiles = 256;

/** Tiles of a log in a folder, as any web server serves them. */
export class TileFiles {
  readonly #folder: string;
  /** Full tiles never change. */
  readonly #full: Map<string, Buffer> = new Map();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A tile's bytes. Throws where it is not there, or has not the hashes that it should have. */
  read(tile: Tile): Buffer {
    const place = tilePath(tile);
    const kept = this.#full.get(place);
    if (kept !== undefined) return kept;
    const bytes = this.#load(tile);
    if (tile.level !== "entries" && bytes.length !== tile.width * hashBytes) throw new Error(`${place} of the ledger is damaged: it has ${bytes.length} bytes in place of ${tile.width * hashBytes}. Restore it from a copy.`);
    if (tile.width === tileWidth) {
      const oldest = this.#full.size >= keptTiles ? this.#full.keys().next().value : undefined;
      if (oldest !== undefined) this.#full.delete(oldest);
      this.#full.set(place, bytes);
    }
    return bytes;
  }

  async write(tile: Tile, bytes: Uint8Array): Promise<void> {
    await writeDurably(path.join(this.#folder, tilePath(tile)), bytes);
  }

  /** Deletes the partial tiles that a full one has taken the place of (C2SP tlog-tiles §Partial tiles). */
  async removePartial(tile: Tile): Promise<void> {
    await removeFolder(path.join(this.#folder, `${tilePath({ ...tile, width: tileWidth })}.p`));
  }

  #load(tile: Tile): Buffer {
    try {
      return readFileSync(path.join(this.#folder, tilePath(tile)));
    } catch (error) {
      // Whoever holds an older checkpoint finds the beginning of what has become a full tile.
      if (tile.width < tileWidth && existsSync(path.join(this.#folder, tilePath({ ...tile, width: tileWidth })))) return beginning(this.read({ ...tile, width: tileWidth }), tile);
      throw new Error(`${tilePath(tile)} of the ledger could not be read. Restore it from a copy.`, { cause: error });
    }
  }
}

function beginning(bytes: Buffer, { level, width }: Tile): Buffer {
  return level === "entries" ? encodeEntries(decodeEntries(bytes).slice(0, width)) : bytes.subarray(0, width * hashBytes);
}
