import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import type { Tables } from "../schema/tables.ts";
import type { Database } from "./database.ts";
import { FolderLock } from "./folder-lock.ts";

/** Postgres inside this process: in a folder that is locked while it is open, or in memory. */
export async function openPglite(folder: string | undefined): Promise<Database> {
  const lock = folder === undefined ? undefined : new FolderLock(folder);
  try {
    const pglite = await PGlite.create(folder === undefined ? {} : { dataDir: path.join(folder, "database") });
    const rows = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    return {
      engine: "pglite",
      rows,
      queue: fromPglite(pglite),
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
