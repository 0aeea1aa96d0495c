import { existsSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import type { Tables } from "../schema/tables.ts";
import type { Database } from "./database.ts";
import { FolderLock } from "./folder-lock.ts";
import { emptyMemory } from "./memory.ts";
import { StoreError } from "./store-error.ts";

/** What an empty database takes, with the log that it writes ahead. */
const leastBytes = 100_000_000;

/** Postgres inside this process: in a folder that is locked while it is open, or in memory. Throws a `StoreError` where the folder cannot be used. */
export async function openPglite(folder: string | undefined): Promise<Database> {
  const lock = folder === undefined ? undefined : new FolderLock(folder);
  try {
    const pglite = folder === undefined ? await PGlite.create() : await openFolder(folder);
    const rows = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    return {
      engine: "pglite",
      rows,
      queue: fromPglite(pglite),
      memory: emptyMemory(),
      close: async () => {
        try {
          if (!pglite.closed) await pglite.close();
        } finally {
          lock?.release();
        }
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openFolder(folder: string): Promise<PGlite> {
  const dataDir = path.join(folder, "database");
  const isNew = !existsSync(path.join(dataDir, "PG_VERSION"));
  const free = freeBytes(folder);
  // It is not begun where it cannot be brought to an end: the engine itself ends in the middle, and says nothing of the disk.
  if (free < leastBytes) throw new StoreError(`The disk of the data folder ${folder} is full: ${Math.round(free / 1_000_000)} MB are free, and ${leastBytes / 1_000_000} are needed. Free some space, or name another folder.`);
  try {
    return await PGlite.create({ dataDir });
  } catch (cause) {
    // What was begun and holds nothing yet would be in the way of the next start.
    if (isNew) rmSync(dataDir, { recursive: true, force: true });
    const said = cause instanceof Error ? cause.message : "the engine gave no reason";
    throw new StoreError(`The database in ${dataDir} cannot be opened (${said}). ${isNew ? "Check that files of any size may be written there." : "Check that its files may be read and written; where they are damaged, put a backup of the folder in their place."}`, { cause });
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
