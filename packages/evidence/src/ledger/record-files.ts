import { readFileSync } from "node:fs";
import path from "node:path";
import { tilePath, tileWidth } from "../merkle/tiles.ts";
import { appendDurably } from "./durable-files.ts";

/** The bundles that the log speaks of: a file of lines for as many as a tile has entries. */
export class RecordFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bundles of one tile, as far as the file goes. Lines that were never acknowledged may follow those of the log. */
  read(index: number, count: number): Buffer[] {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#file(index));
    } catch (error) {
      throw new Error(`${this.#name(index)} of the ledger could not be read. Restore it from a copy.`, { cause: error });
    }
    const lines: Buffer[] = [];
    for (let at = 0; at < bytes.length && lines.length < count; ) {
      const end = bytes.indexOf(lineEnd, at);
      if (end < 0) break;
      lines.push(bytes.subarray(at, end));
      at = end + 1;
    }
    if (lines.length < count) throw new Error(`${this.#name(index)} of the ledger is damaged: it has ${lines.length} records in place of ${count}. Restore it from a copy.`);
    return lines;
  }

  /** Writes bundles behind the first `kept` of a tile's. */
  async append(index: number, kept: number, bundles: readonly Uint8Array[]): Promise<void> {
    const length = kept === 0 ? 0 : this.read(index, kept).reduce((sum, line) => sum + line.length + 1, 0);
    await appendDurably(this.#file(index), length, Buffer.concat(bundles.flatMap((bundle) => [bundle, Buffer.of(lineEnd)])));
  }

  #name(index: number): string {
    return `${tilePath({ level: "entries", index, width: tileWidth }).replace(/^tile\/entries/, "records")}.jsonl`;
  }

  #file(index: number): string {
    return path.join(this.#folder, this.#name(index));
  }
}

const lineEnd = 0x0a;
