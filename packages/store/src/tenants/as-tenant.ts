import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import type { Memory } from "../database/memory.ts";
import { tenantRole } from "../schema/tenant-policy.ts";
import type { Tables } from "../schema/tables.ts";

/** Whose rows are meant, and which of them. */
export interface Tenancy {
  readonly tenant: number;
  /** Of a token that is limited: the repositories whose rows it may see. All without it. */
  readonly repositories?: readonly number[];
}

/** Statements that see the rows of one tenant alone: the database itself keeps the others away. */
export type TenantRows = Transaction<Tables> & { readonly tenancy: Tenancy; readonly memory: Memory };

/** Runs statements of a tenant in one transaction. */
export async function asTenant<T>(database: Database, tenancy: Tenancy, work: (rows: TenantRows) => Promise<T>): Promise<T> {
  return database.rows.transaction().execute(async (transaction) => {
    // A text without parameters goes to the server together with the begin of the transaction.
    await sql.raw(`select set_config('role', '${tenantRole}', true), set_config('muster.tenant', '${rowNumber(tenancy.tenant)}', true), set_config('muster.repositories', '${limitOf(tenancy)}', true)`).execute(transaction);
    return work(Object.assign(transaction, { tenancy, memory: database.memory }));
  });
}

/** The tenant of that name, made where there is none. */
export async function ensureTenant(rows: Kysely<Tables>, name: string): Promise<number> {
  await rows.insertInto("muster.tenant").values({ name }).onConflict((conflict) => conflict.doNothing()).execute();
  const { id } = await rows.selectFrom("muster.tenant").select("id").where("name", "=", name).executeTakeFirstOrThrow();
  return id;
}

function limitOf({ repositories }: Tenancy): string {
  return repositories === undefined ? "" : `{${repositories.map(rowNumber).join(",")}}`;
}

function rowNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is no number of a row.`);
  return String(value);
}
