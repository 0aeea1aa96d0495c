import { crc32 } from "node:zlib";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Outcome } from "@muster/contract";
import { openCacheFile, removeCacheFile, troubleOf } from "./cache-file.ts";

/** What is kept: `fact` by content and extractor, `tree` by folder, `model` by what it was linked from, `history` by folder, `commit` by commit. */
export type EntryKind = "fact" | "tree" | "model" | "history" | "commit";

/** Scans after which an entry that none of them used is dropped. */
const keptScans = 60;
const flushBytes = 16 * 1024 * 1024;
/** What a scan of minutes has found is not lost with it. */
const flushMs = 2_000;
const maxPages = (4 * 1024 * 1024 * 1024) / 4096;

/**
 * What earlier scans found, in one SQLite file. It is never trusted blindly: each entry carries a checksum of its key
 * and body, and whatever is wrong with the file turns the cache off or makes it anew, is told as an outcome, and
 * leaves the scan as it would be without a cache. Writes are gathered and made in short transactions, so that two
 * scans can share the file.
 */
export class Cache {
  readonly outcomes: Outcome[] = [];
  readonly #folder: string | undefined;
  #database: DatabaseSync | undefined;
  #get: StatementSync | undefined;
  #put: StatementSync | undefined;
  #touch: StatementSync | undefined;
  #scan = 0;
  readonly #touched: [EntryKind, string][] = [];
  #pending = new Map<string, { readonly kind: EntryKind; readonly key: string; readonly body: Uint8Array }>();
  #pendingBytes = 0;
  #flushedAt = performance.now();

  /** Without a folder, a cache that is always empty. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
    if (folder === undefined) return;
    const opened = openCacheFile(folder);
    if (opened.status === "open") {
      if (opened.rebuilt) this.#say("The cache was damaged, or of another version of Muster: it was made anew.");
      this.#use(opened.database);
    } else if (opened.trouble === "locked") this.#say("Another process keeps the cache locked: this scan went on without it.");
    else this.#say(`The cache could not be opened (${opened.reason}): this scan went on without it. Check the folder and the space on its disk.`);
  }

  get(kind: EntryKind, key: string): Uint8Array | undefined {
    const waiting = this.#pending.get(`${kind} ${key}`);
    if (waiting !== undefined) return waiting.body;
    if (this.#get === undefined) return undefined;
    try {
      const row = this.#get.get(kind, key);
      if (row === undefined) return undefined;
      const body = row["body"] instanceof Uint8Array ? row["body"] : new Uint8Array(0);
      if (row["checksum"] !== checksum(key, body)) {
        this.#rebuild();
        return undefined;
      }
      if (Number(row["used"]) < this.#scan - keptScans / 4) this.#touched.push([kind, key]);
      return body;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  put(kind: EntryKind, key: string, body: Uint8Array): void {
    if (this.#database === undefined) return;
    this.#pending.set(`${kind} ${key}`, { kind, key, body });
    this.#pendingBytes += body.length + 100;
    if (this.#pendingBytes > flushBytes || performance.now() - this.#flushedAt > flushMs) this.#flush();
  }

  /** Writes what is waiting, and drops what has long been unused. */
  close(): void {
    if (this.#pending.size > 0 || this.#touched.length > 0) this.#flush(true);
    this.#stop();
  }

  #use(database: DatabaseSync): void {
    this.#database = database;
    try {
      database.exec(`PRAGMA max_page_count = ${maxPages}`);
      this.#get = database.prepare("SELECT checksum, used, body FROM entry WHERE kind = ? AND key = ?");
      this.#put = database.prepare("INSERT OR REPLACE INTO entry (kind, key, checksum, used, body) VALUES (?, ?, ?, ?, ?)");
      this.#touch = database.prepare("UPDATE entry SET used = ? WHERE kind = ? AND key = ?");
      this.#scan = Number(database.prepare("SELECT value FROM counter WHERE name = 'scans'").get()?.["value"] ?? 0);
    } catch (error) {
      this.#fail(error);
    }
  }

  #flush(last = false): void {
    const database = this.#database;
    if (database === undefined) return;
    const scan = this.#scan + 1;
    try {
      database.exec("BEGIN IMMEDIATE");
      try {
        for (const { kind, key, body } of this.#pending.values()) this.#put?.run(kind, key, checksum(key, body), scan, body);
        if (last) {
          for (const [kind, key] of this.#touched) this.#touch?.run(scan, kind, key);
          database.prepare("UPDATE counter SET value = ? WHERE name = 'scans'").run(scan);
          if (scan % 8 === 0) database.prepare("DELETE FROM entry WHERE used < ? AND kind <> 'history'").run(scan - keptScans);
        }
        database.exec("COMMIT");
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#pending = new Map();
    this.#pendingBytes = 0;
    this.#flushedAt = performance.now();
  }

  #fail(error: unknown): void {
    if (this.#database === undefined) return;
    switch (troubleOf(error)) {
      case "damaged":
        return this.#rebuild();
      case "locked":
        this.#say("Another process kept the cache locked: what this scan found was not kept.");
        return this.#stop();
      case "full":
        this.#say("The cache could not be written, as its disk is full: what this scan found was not kept. Free some space, or name another cache folder.");
        return this.#stop();
      case "unusable":
        this.#say(`The cache could not be used (${error instanceof Error ? error.message : String(error)}): what this scan found was not kept. Check the folder.`);
        return this.#stop();
    }
  }

  #rebuild(): void {
    this.#stop();
    this.#say("The cache was damaged: it was made anew.");
    if (this.#folder === undefined) return;
    try {
      removeCacheFile(this.#folder);
    } catch (error) {
      this.#say(`The damaged cache could not be deleted (${error instanceof Error ? error.message : String(error)}). Delete it by hand.`);
      return;
    }
    const opened = openCacheFile(this.#folder);
    if (opened.status === "open") this.#use(opened.database);
  }

  #stop(): void {
    try {
      this.#database?.close();
    } catch (error) {
      this.#say(`The cache could not be closed (${error instanceof Error ? error.message : String(error)}).`);
    }
    this.#database = undefined;
    this.#get = undefined;
    this.#put = undefined;
    this.#touch = undefined;
  }

  #say(reason: string): void {
    if (!this.outcomes.some((outcome) => outcome.reason === reason)) this.outcomes.push({ stage: "cache", status: "partial", reason });
  }
}

/** Of the key too: a body that ended up under another key is as wrong as a changed one. */
function checksum(key: string, body: Uint8Array): number {
  return crc32(body, crc32(key));
}
