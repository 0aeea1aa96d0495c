import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Keeps a second writer out of a ledger. An exclusive transaction of SQLite is a lock of the operating system's: it is
 * gone when its process is, however that ended.
 */
export class WriterLock {
  readonly #database: DatabaseSync;

  /** Throws where another one writes. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#database = new DatabaseSync(path.join(folder, "writer.lock"));
    try {
      this.#database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    } catch (error) {
      this.#database.close();
      throw new Error(`Another process is writing to the ledger in ${folder}. Wait until it is done, or end it.`, { cause: error });
    }
  }

  release(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
