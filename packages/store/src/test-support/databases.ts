import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { describe } from "vitest";
import type { Database, DatabasePlace } from "../database/database.ts";
import { openDatabase } from "../database/open-database.ts";
import { asTenant, ensureTenant, type TenantRows } from "../tenants/as-tenant.ts";

/** The server on which tests make databases of their own. */
const server = process.env["MUSTER_TEST_POSTGRES"] ?? "postgres://postgres@127.0.0.1:5432/postgres";

export type TestEngine = Database["engine"];

/** Undefined where the server answers. */
const noServer = await whyNoServer();

/** The same tests on both engines; on Postgres they are skipped where none answers, and say so. */
export function onEachEngine(tests: (engine: TestEngine) => void): void {
  describe("on pglite", () => {
    tests("pglite");
  });
  describe.skipIf(noServer !== undefined)(`on postgres${noServer === undefined ? "" : ` (skipped: ${noServer})`}`, () => {
    tests("postgres");
  });
}

async function whyNoServer(): Promise<string | undefined> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return `none answers: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A place for an empty database, and what removes it. */
export async function emptyDatabase(engine: TestEngine): Promise<{ readonly place: DatabasePlace; remove(): Promise<void> }> {
  if (engine === "pglite") return { place: { kind: "memory" }, remove: async () => undefined };
  const name = `muster_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name}`);
  return { place: { kind: "postgres", url: Object.assign(new URL(server), { pathname: `/${name}` }).href }, remove: () => onServer(`drop database ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An open database of its own. */
export interface TestDatabase extends AsyncDisposable {
  readonly database: Database;
  readonly place: DatabasePlace;
  /** A tenant that no other test has: what runs statements as it. */
  tenant(): Promise<{ readonly tenant: number; run<T>(work: (rows: TenantRows) => Promise<T>, repositories?: readonly number[]): Promise<T> }>;
}

export async function openTestDatabase(engine: TestEngine): Promise<TestDatabase> {
  const { place, remove } = await emptyDatabase(engine);
  const database = await openDatabase(place);
  return {
    database,
    place,
    tenant: async () => {
      const tenant = await ensureTenant(database.rows, randomBytes(6).toString("hex"));
      return { tenant, run: (work, repositories) => asTenant(database, { tenant, ...(repositories && { repositories }) }, work) };
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await remove();
    },
  };
}
