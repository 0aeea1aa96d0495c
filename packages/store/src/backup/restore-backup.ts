import { sql, type Transaction } from "kysely";
import type { Database, DatabasePlace } from "../database/database.ts";
import { explainFailure } from "../database/explain-failure.ts";
import { connect } from "../database/open-database.ts";
import { StoreError } from "../database/store-error.ts";
import { ScanQueue } from "../queue/scan-queue.ts";
import { scanColumns, scanOf } from "../scans/scans.ts";
import { migrateTo } from "../schema/migrate.ts";
import { migrations } from "../schema/migrations.ts";
import type { Tables } from "../schema/tables.ts";
import { asTenant } from "../tenants/as-tenant.ts";
import type { BackupHead } from "./backup-lines.ts";
import { backupLines, checkBackup } from "./read-backup.ts";
import { storedTables, type StoredTable } from "./table-catalogue.ts";

export interface RestoredBackup {
  readonly rows: number;
  /** Scans that were on their way, and wait again. */
  readonly queued: number;
  /** When the backup was written. */
  readonly at: string;
}

/**
 * Fills an empty database with what a backup holds: all of it or nothing. One of an earlier schema is brought up to date.
 * Throws a `StoreError` where the backup is damaged or of a newer Muster, or the database holds something.
 */
export async function restoreBackup(place: DatabasePlace, file: string): Promise<RestoredBackup> {
  const head = await checkBackup(file);
  refuseOthers(head, file);
  const database = await connect(place);
  try {
    const rows = await database.rows.transaction().execute(async (transaction) => {
      await refuseFull(transaction);
      await migrateTo(transaction, head.schema);
      const count = await load(transaction, file);
      await migrateTo(transaction, migrations.length);
      return count;
    });
    return { rows, queued: await queueAgain(database), at: head.at };
  } catch (error) {
    throw explainFailure(error) ?? error;
  } finally {
    await database.close();
  }
}

function refuseOthers({ schema, migrations: names }: BackupHead, file: string): void {
  if (schema > migrations.length) throw new StoreError(`The backup ${file} is of schema ${schema}, and this Muster knows ${migrations.length}: a newer one wrote it. Restore it with that one.`);
  if (names.length !== schema || names.some((name, index) => name !== migrations[index]?.name)) throw new StoreError(`The backup ${file} is of a Muster whose schema this one does not know. Restore it with the one that wrote it.`);
}

async function refuseFull(transaction: Transaction<Tables>): Promise<void> {
  const { rows: found } = await sql<{ readonly schema: string | null }>`select to_regnamespace('muster')::text as schema`.execute(transaction);
  if ((found[0]?.schema ?? null) !== null) throw new StoreError("The database is not empty: a backup is restored into one that no Muster has used. Name another database, or another folder with --data.");
}

/** Rows in the order of the file; what refers to rows that come later is checked once all are there. */
async function load(transaction: Transaction<Tables>, file: string): Promise<number> {
  const tables = new Map((await storedTables(transaction)).map((table) => [table.name, table]));
  const { rows: references } = await sql<{ readonly owner: string; readonly name: string; readonly definition: string }>`
    select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = to_regnamespace('muster')`.execute(transaction);
  for (const { owner, name } of references) await sql`alter table ${sql.raw(owner)} drop constraint ${sql.ref(name)}`.execute(transaction);
  let loaded = 0;
  let current: { readonly table: StoredTable; readonly columns: readonly string[] } | undefined;
  let batch: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (current !== undefined && batch.length > 0) await insert(transaction, current.table.name, current.columns, batch);
    loaded += batch.length;
    batch = [];
    size = 0;
  };
  for await (const line of backupLines(file)) {
    if (line.kind === "table") {
      await flush();
      const table = tables.get(line.table.table);
      if (table === undefined || !line.table.columns.every((column) => table.columns.includes(column))) throw new StoreError(`The backup ${file} has a table ${JSON.stringify(line.table.table)} that its schema does not have.`);
      current = { table, columns: line.table.columns };
    } else if (line.kind === "row") {
      batch.push(line.json);
      size += line.json.length;
      if (batch.length >= 500 || size > 2_000_000) await flush();
    }
  }
  await flush();
  for (const { owner, name, definition } of references) await sql`alter table ${sql.raw(owner)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(transaction);
  for (const { name, identity } of tables.values()) {
    if (identity !== undefined) await sql`select setval(pg_get_serial_sequence(${`muster.${name}`}, ${identity}), coalesce(max(${sql.ref(identity)}), 0) + 1, false) from ${sql.table(`muster.${name}`)}`.execute(transaction);
  }
  return loaded;
}

async function insert(transaction: Transaction<Tables>, table: string, columns: readonly string[], batch: readonly string[]): Promise<void> {
  const target = sql.table(`muster.${table}`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${target} (${names}) overriding system value select ${names} from jsonb_populate_recordset(null::${target}, ${`[${batch.join(",")}]`}::jsonb)`.execute(transaction);
}

/** Jobs are no part of a backup: whatever was on its way is to be made (again). */
async function queueAgain(database: Database): Promise<number> {
  const { rows: tenants } = await sql<{ readonly id: number }>`select distinct tenant_id as id from muster.scan where state in ('queued', 'running') order by 1`.execute(database.rows);
  if (tenants.length === 0) return 0;
  const queue = await ScanQueue.open(database, { onError: () => undefined });
  let queued = 0;
  try {
    for (const { id } of tenants) {
      queued += await asTenant(database, { tenant: id }, async (rows) => {
        const waiting = await rows.updateTable("muster.scan").set({ state: "queued", progress: null, started_at: null, job_id: null }).where("state", "in", ["queued", "running"]).returning(scanColumns).execute();
        await queue.addAll(rows, waiting.map(scanOf));
        return waiting.length;
      });
    }
  } finally {
    await queue.rest(5000);
  }
  return queued;
}
