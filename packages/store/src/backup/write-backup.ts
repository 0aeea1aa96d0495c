import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql, type Transaction } from "kysely";
import type { DatabasePlace } from "../database/database.ts";
import { openDatabase } from "../database/open-database.ts";
import { StoreError } from "../database/store-error.ts";
import { migrations } from "../schema/migrations.ts";
import type { Tables } from "../schema/tables.ts";
import { writeLine, type BackupLine } from "./backup-lines.ts";
import { storedTables } from "./table-catalogue.ts";

export interface WrittenBackup {
  readonly rows: number;
}

/**
 * Writes everything that a database holds into a file, as it was at one moment. On Postgres the service may go on meanwhile;
 * a data folder is held by this process until the end. Jobs of the queue are not part of it: they follow from the scans.
 * Throws a `StoreError` where the database cannot be used or the file is there already.
 */
export async function writeBackup(place: DatabasePlace, file: string): Promise<WrittenBackup> {
  if (existsSync(file)) throw new StoreError(`There is a file ${file} already. Name another one.`);
  const database = await openDatabase(place);
  const partial = `${file}.partial`;
  try {
    const rows = await database.rows
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (transaction) => {
        const counted = { rows: 0 };
        await pipeline(Readable.from(linesOf(transaction, counted)), createGzip(), createWriteStream(partial, { mode: 0o600, flush: true }));
        return counted.rows;
      });
    // Whoever sees the file sees all of it.
    await rename(partial, file);
    return { rows };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await database.close();
  }
}

async function* linesOf(transaction: Transaction<Tables>, counted: { rows: number }): AsyncGenerator<string, void> {
  const sum = createHash("sha256");
  const line = (one: BackupLine): string => {
    const text = writeLine(one);
    sum.update(text);
    return text;
  };
  yield line({ kind: "head", head: { format: "muster.backup/1", schema: migrations.length, migrations: migrations.map(({ name }) => name), at: new Date().toISOString() } });
  for (const { name, columns, large } of await storedTables(transaction)) {
    yield line({ kind: "table", table: { table: name, columns } });
    const fetch = sql`fetch ${sql.raw(large ? "5" : "500")} from backup_rows`;
    await sql`declare backup_rows no scroll cursor for select to_jsonb(item)::text as json from (select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(`muster.${name}`)}) as item`.execute(transaction);
    for (;;) {
      const { rows: found } = await (fetch.execute(transaction) as Promise<{ readonly rows: readonly { readonly json: string }[] }>);
      if (found.length === 0) break;
      counted.rows += found.length;
      for (const { json } of found) yield line({ kind: "row", json });
    }
    await sql`close backup_rows`.execute(transaction);
  }
  yield writeLine({ kind: "end", end: { rows: counted.rows, sha256: sum.digest("hex") } });
}
