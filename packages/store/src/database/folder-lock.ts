import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "./store-error.ts";

/**
 * Keeps a second process out of a data folder: PGlite does not notice one, and two writers lose each other's rows. SQLite's
 * exclusive transaction is a lock of the operating system's, gone with its process however that ends.
 */
export class FolderLock {
  readonly #lock: DatabaseSync;

  /** Throws a `StoreError` where another process holds the folder. */
  constructor(folder: string) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.#lock = new DatabaseSync(path.join(folder, "in-use.lock"));
    } catch (cause) {
      throw new StoreError(`The data folder ${folder} cannot be used (${cause instanceof Error ? cause.message : String(cause)}). Name one that this user may write to.`, { cause });
    }
    try {
      this.#lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    } catch (cause) {
      this.#lock.close();
      throw new StoreError(`Another process uses the data folder ${folder}. End it, name another folder, or share a Postgres database.`, { cause });
    }
  }

  release(): void {
    if (this.#lock.isOpen) this.#lock.close();
  }
}
