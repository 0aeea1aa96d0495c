import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another layout of the tables needs another number: older files are made anew. */
const schemaVersion = 1;
/** How long another process may keep the file to itself before this scan goes on without it, in milliseconds. */
const lockWaitMs = 400;

/** Why a cache cannot be used, in kinds that are handled differently. */
export type CacheTrouble = "damaged" | "locked" | "full" | "unusable";

export type OpenedCache =
  | { readonly status: "open"; readonly database: DatabaseSync; readonly rebuilt: boolean }
  | { readonly status: "closed"; readonly trouble: CacheTrouble; readonly reason: string };

/** Opens the cache file of a folder, making both where they are missing, and the file anew where it is damaged or of another layout. */
export function openCacheFile(folder: string): OpenedCache {
  try {
    mkdirSync(folder, { recursive: true });
    const database = open(folder);
    return { status: "open", database, rebuilt: false };
  } catch (error) {
    if (troubleOf(error) !== "damaged") return { status: "closed", trouble: troubleOf(error), reason: messageOf(error) };
  }
  try {
    removeCacheFile(folder);
    return { status: "open", database: open(folder), rebuilt: true };
  } catch (error) {
    return { status: "closed", trouble: troubleOf(error), reason: messageOf(error) };
  }
}

/** Deletes the cache file and what SQLite keeps beside it. */
export function removeCacheFile(folder: string): void {
  for (const name of ["cache.db", "cache.db-wal", "cache.db-shm"]) rmSync(join(folder, name), { force: true });
}

/** Reads SQLite's primary result code (https://www.sqlite.org/rescode.html) or the system's own. */
export function troubleOf(error: unknown): CacheTrouble {
  if (error instanceof OtherLayout) return "damaged";
  if (error instanceof Error && "code" in error && error.code === "ENOSPC") return "full";
  const code = error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
  switch (code) {
    case 11:
    case 26:
      return "damaged";
    case 5:
    case 6:
      return "locked";
    case 10:
    case 13:
      return "full";
    // A table or a column that is not there: somebody else's database, or a damaged one.
    case 1:
      return "damaged";
    default:
      return "unusable";
  }
}

class OtherLayout extends Error {}

function open(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, "cache.db"));
  try {
    // What is lost with the power is computed again, and damage is noticed: waiting for the disk buys nothing.
    database.exec(`PRAGMA busy_timeout = ${lockWaitMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF`);
    const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
    const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.["count"];
    if (tables === 0) {
      database.exec(`
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS entry (kind TEXT NOT NULL, key TEXT NOT NULL, checksum INTEGER NOT NULL, used INTEGER NOT NULL, body BLOB, PRIMARY KEY (kind, key));
        CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT OR IGNORE INTO counter VALUES ('scans', 0);
        PRAGMA user_version = ${schemaVersion};
        COMMIT;`);
    } else if (version !== schemaVersion) throw new OtherLayout(`layout ${String(version)}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
