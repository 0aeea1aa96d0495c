import { Kysely, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import type { Tables } from "../schema/tables.ts";
import type { Database } from "./database.ts";
import { emptyMemory } from "./memory.ts";
import { frugalPool } from "./frugal-client.ts";

const int8 = 20;

/** A Postgres server. Connections are made when they are needed, and again where they broke. */
export function openPostgres(url: string, connections: number): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: "muster",
    connectionTimeoutMillis: 10_000,
    // A statement that nobody waits for any more does not hold its locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    // Row numbers stay far below 2^53; as text they would compare by their first digit.
    types: { getTypeParser: (oid, format) => (oid === int8 && format !== "binary" ? Number : types.getTypeParser(oid, format)) },
  });
  // Nor does one that breaks within a transaction, between two statements, end the process: the next statement on it fails.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  // An idle connection that the server ends is replaced when the next one is asked for.
  pool.on("error", () => undefined);
  return {
    engine: "postgres",
    rows: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: frugalPool(pool) }) }),
    queue: { executeSql: (text, values) => pool.query(text, values === undefined ? undefined : [...values]) },
    memory: emptyMemory(),
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
}
