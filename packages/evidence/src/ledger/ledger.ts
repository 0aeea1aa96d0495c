import { existsSync } from "node:fs";
import path from "node:path";
import { hashesInTiles, tileWidth } from "../merkle/tiles.ts";
import { treeRoot } from "../merkle/tree.ts";
import { formatCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import type { NoteSigner, NoteVerifier } from "../note/note-key.ts";
import { signNote } from "../note/signed-note.ts";
import { writeDurably } from "./durable-files.ts";
import { encodeEntry, sha256Of, type LedgerEntry } from "./entry.ts";
import { growTiles, inTiles } from "./growth.ts";
import { checkpointName, LedgerReader } from "./ledger-reader.ts";
import { RecordFiles } from "./record-files.ts";
import { TileFiles } from "./tile-files.ts";
import { WriterLock } from "./writer-lock.ts";

/** A record to be kept: its kind, and the signed bundle that says it, on one line. */
export interface NewRecord {
  readonly type: string;
  readonly bundle: Uint8Array;
}

/** Milliseconds by which clocks of one machine may go back, as they are set. */
const clockTolerance = 1_000;

/** The one writer of a ledger. Close it. */
export class Ledger {
  readonly #folder: string;
  readonly #signer: NoteSigner;
  readonly #lock: WriterLock;
  readonly #now: () => Date;
  readonly #records: RecordFiles;
  readonly #tiles: TileFiles;
  #reader: LedgerReader;
  #lastTime: number;
  /** Appending happens one after the other. */
  #tail: Promise<unknown> = Promise.resolve();
  #broken: unknown;

  private constructor(folder: string, keys: LedgerKeys, lock: WriterLock, reader: LedgerReader, now: () => Date) {
    this.#folder = folder;
    this.#signer = keys.signer;
    this.#lock = lock;
    this.#now = now;
    this.#records = new RecordFiles(folder);
    this.#tiles = new TileFiles(folder);
    this.#reader = reader;
    this.#lastTime = reader.size === 0 ? 0 : Date.parse(reader.entry(reader.size - 1).time);
  }

  /** Makes an empty ledger. `origin` names it in its checkpoints: `ledger.example.com/acme`. Throws where there is one. */
  static async create(folder: string, keys: LedgerKeys, now: () => Date = () => new Date()): Promise<Ledger> {
    const lock = new WriterLock(folder);
    try {
      if (existsSync(path.join(folder, checkpointName))) throw new Error(`There is a ledger in ${folder} already.`);
      await writeDurably(path.join(folder, checkpointName), Buffer.from(signNote(formatCheckpoint({ origin: keys.signer.name, size: 0, root: treeRoot(0, noHash), extensions: [] }), [keys.signer])));
      return new Ledger(folder, keys, lock, await LedgerReader.open(folder, [keys.verifier]), now);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Opens a ledger to write to it. Throws where another process does, or where it is damaged. */
  static async open(folder: string, keys: LedgerKeys, now: () => Date = () => new Date()): Promise<Ledger> {
    const lock = new WriterLock(folder);
    try {
      return new Ledger(folder, keys, lock, await LedgerReader.open(folder, [keys.verifier]), now);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** The ledger as it is now. */
  get reader(): LedgerReader {
    return this.#reader;
  }

  /** Appends records, all of them or none. They are kept when this resolves. */
  append(records: readonly NewRecord[]): Promise<readonly LedgerEntry[]> {
    const done = this.#tail.then(() => this.#append(records));
    this.#tail = done.catch(() => undefined);
    return done;
  }

  /** Lets others write. */
  async close(): Promise<void> {
    await this.#tail;
    this.#lock.release();
  }

  async #append(records: readonly NewRecord[]): Promise<readonly LedgerEntry[]> {
    if (this.#broken !== undefined) throw new Error("The ledger could not be written before. Open it again.", { cause: this.#broken });
    if (records.length === 0) return [];
    const { size } = this.#reader;
    const time = this.#time();
    const entries = records.map(({ type, bundle }, place): LedgerEntry => {
      if (bundle.includes(0x0a)) throw new Error("A record is one line, and has no line end.");
      return { type, sequence: size + place, sha256: sha256Of(bundle), time };
    });
    const leaves = entries.map((entry) => encodeEntry(entry));
    try {
      for (const { index, kept, items } of inTiles(size, records)) await this.#records.append(index, kept, items.map(({ bundle }) => bundle));
      const grown = growTiles(size, leaves, (tile) => this.#tiles.read(tile));
      for (const { tile, bytes } of grown) await this.#tiles.write(tile, bytes);
      const root = treeRoot(size + leaves.length, hashesInTiles(size + leaves.length, (tile) => this.#tiles.read(tile)));
      const checkpoint: Checkpoint = { origin: this.#signer.name, size: size + leaves.length, root, extensions: [] };
      const note = signNote(formatCheckpoint(checkpoint), [this.#signer]);
      await writeDurably(path.join(this.#folder, checkpointName), Buffer.from(note));
      this.#reader = LedgerReader.at(this.#folder, note, checkpoint);
      this.#lastTime = Date.parse(time);
      for (const { tile } of grown) if (tile.width === tileWidth) await this.#tiles.removePartial(tile);
      return entries;
    } catch (error) {
      this.#broken = error;
      throw error;
    }
  }

  /** Now, and never before the last record: order is what the log proves. */
  #time(): string {
    const now = this.#now().getTime();
    if (now < this.#lastTime - clockTolerance) throw new Error(`The clock says ${new Date(now).toISOString()}, and the last record was written at ${new Date(this.#lastTime).toISOString()}. Set the clock.`);
    return new Date(Math.max(now, this.#lastTime)).toISOString();
  }
}

/** The key that signs checkpoints, under the ledger's name. */
export interface LedgerKeys {
  readonly signer: NoteSigner;
  readonly verifier: NoteVerifier;
}

function noHash(): never {
  throw new RangeError("An empty tree has no hash but its root.");
}
