import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Pool, PoolClient, QueryResult } from "pg";

/**
 * How often a text is asked before it is given a name, and how many names there are: each connection keeps its named
 * statements parsed and planned, in memory of the server's.
 */
const asksBeforeName = 3;
const mostNames = 400;
const mostTexts = 5000;

/** Names for statements that come again, so that a server parses and plans them once a connection. */
class StatementNames {
  readonly #asked = new Map<string, number>();
  readonly #names = new Map<string, string>();

  of(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= mostNames) return name;
    const asked = (this.#asked.get(text) ?? 0) + 1;
    if (asked < asksBeforeName) {
      // Texts that never come again are not kept for ever.
      if (this.#asked.size >= mostTexts) this.#asked.clear();
      this.#asked.set(text, asked);
      return undefined;
    }
    this.#asked.delete(text);
    const given = `muster_${this.#names.size}`;
    this.#names.set(text, given);
    return given;
  }
}

/** A connection that asks the server as seldom as it can: `begin` goes along with the first statement of its transaction. */
class FrugalClient {
  readonly #client: PoolClient;
  readonly #names: StatementNames;
  #begin = false;

  constructor(client: PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  async query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (text === "begin") {
      this.#begin = true;
      return { command: "SELECT", rowCount: 0, rows: [] };
    }
    const begins = this.#begin;
    this.#begin = false;
    if (begins && (text === "commit" || text === "rollback")) return { command: text === "commit" ? "COMMIT" : "ROLLBACK", rowCount: 0, rows: [] };
    if (values.length === 0) {
      // Several statements in one text have several results; the last one's is meant.
      const answered = (await this.#client.query(begins ? `begin; ${text}` : text)) as QueryResult | readonly QueryResult[];
      return (Array.isArray(answered) ? answered.at(-1) : answered) as PostgresQueryResult<R>;
    }
    if (begins) await this.#client.query("begin");
    const name = this.#names.of(text);
    return (await this.#client.query({ text, values: [...values], ...(name !== undefined && { name }) })) as unknown as PostgresQueryResult<R>;
  }

  get processID(): number | undefined {
    return (this.#client as unknown as { readonly processID?: number }).processID;
  }

  release(destroy?: boolean): void {
    this.#begin = false;
    this.#client.release(destroy);
  }
}

/** A pool as the query builder takes it, of connections that spare the server what it need not be asked. */
export function frugalPool(pool: Pool): PostgresPool {
  const names = new StatementNames();
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      let known = clients.get(client);
      if (known === undefined) {
        known = new FrugalClient(client, names) as unknown as PostgresPoolClient;
        clients.set(client, known);
      }
      return known;
    },
    end: () => pool.end(),
  };
}
