import { sql, type Kysely, type Transaction } from "kysely";
import { StoreError } from "../database/store-error.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** Of the advisory lock under which one process at a time migrates. */
const lock = 5_417_734_001;

/**
 * Brings the schema up to date: forward only, in one transaction, under a lock, so that several processes may start at
 * once. Throws a `StoreError` where a newer Muster was there before.
 */
export async function migrate(rows: Kysely<Tables>): Promise<void> {
  await rows.transaction().execute((transaction) => migrateTo(transaction, migrations.length));
}

/** Takes the steps up to a version, as part of a transaction; none where the schema is further already. */
export async function migrateTo(transaction: Transaction<Tables>, wanted: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock})`.execute(transaction);
  await sql`create schema if not exists muster`.execute(transaction);
  await sql`create table if not exists muster.migration (version int primary key, name text not null, applied_at timestamptz not null default now())`.execute(transaction);
  const { rows: applied } = await sql<{ version: number }>`select coalesce(max(version), 0) as version from muster.migration`.execute(transaction);
  const version = applied[0]?.version ?? 0;
  if (version > migrations.length) {
    throw new StoreError(`The database has schema ${version}, and this Muster knows ${migrations.length}: a newer one was used before. Use that one; a schema never goes back.`);
  }
  for (const [index, { name, statements }] of migrations.slice(0, wanted).entries()) {
    if (index < version) continue;
    for (const statement of statements) await sql.raw(statement).execute(transaction);
    await sql`insert into muster.migration (version, name) values (${index + 1}, ${name})`.execute(transaction);
  }
}
