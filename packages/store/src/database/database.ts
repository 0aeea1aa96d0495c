import type { Kysely } from "kysely";
import type { Db } from "pg-boss";
import type { Tables } from "../schema/tables.ts";
import type { Memory } from "./memory.ts";

/** Where the rows are: in a folder of this machine, in memory (for tests), or on a Postgres server. */
export type DatabasePlace =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "memory" }
  | { readonly kind: "postgres"; readonly url: string; /** Connections of this process at most. Default 10. */ readonly connections?: number };

/** An open database. What is asked through `rows` is bound to no tenant: see `asTenant`. */
export interface Database {
  /** What runs the statements; both speak the same SQL. */
  readonly engine: "pglite" | "postgres";
  readonly rows: Kysely<Tables>;
  /** The same database, as the queue takes it. */
  readonly queue: Db;
  readonly memory: Memory;
  close(): Promise<void>;
}
