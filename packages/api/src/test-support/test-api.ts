import { randomBytes } from "node:crypto";
import { asTenant, bearerOf, createToken, ensureTenant, ScanQueue, type Bearer, type Database, type TenantRows, type TokenScope } from "@muster/store";
import { openTestDatabase, type TestEngine } from "@muster/store/test-support";
import { createApi } from "../api.ts";
import { EventFeed } from "../feed/event-feed.ts";

/** The answer to an operation. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly id?: string } }[];
}

/** The API over a database of its own, without a socket. */
export interface TestApi extends AsyncDisposable {
  readonly database: Database;
  readonly logged: unknown[];
  /** Errors that callers were told an id of. */
  readonly masked: ReadonlyMap<string, unknown>;
  tenant(): Promise<TestTenant>;
}

export interface TestTenant {
  readonly tenant: number;
  run<T>(work: (rows: TenantRows) => Promise<T>): Promise<T>;
  bearer(scopes?: readonly TokenScope[], repositories?: readonly number[]): Promise<Bearer>;
  ask(bearer: Bearer, query: string, variables?: object): Promise<Answer>;
  subscribe(bearer: Bearer, query: string, signal: AbortSignal): Promise<Response>;
}

export async function openTestApi(engine: TestEngine): Promise<TestApi> {
  const held = await openTestDatabase(engine);
  const logged: unknown[] = [];
  const masked = new Map<string, unknown>();
  const queue = await ScanQueue.open(held.database, { onError: (error) => logged.push(error) });
  const api = createApi(
    {
      database: held.database, documents: { known: new Map(), only: false }, queue, feed: new EventFeed(held.database), version: "0.0.0", plugins: [{ name: "auth", version: "1.0.0", builtin: true, frameworks: [], rules: [], attributes: [{ name: "auth/kind", type: "text", title: "What it is." }] }],
      webhookSecret: (repository) => `secret of ${repository}`,
      refusal: (location) => {
        if (location.includes("cursed")) throw new Error("the key is hunter2");
        return location.startsWith("https://") ? undefined : "it is neither a URL nor an absolute path";
      },
      evidence: undefined,
      logError: (id, error) => void masked.set(id, error),
    },
  );
  const post = async (bearer: Bearer, query: string, variables: object, accept: string, signal?: AbortSignal): Promise<Response> =>
    api.fetch("http://localhost/graphql", { method: "POST", headers: { "content-type": "application/json", accept }, body: JSON.stringify({ query, variables }), ...(signal && { signal }) }, { bearer });
  return {
    database: held.database,
    logged,
    masked,
    tenant: async () => {
      const tenant = await ensureTenant(held.database.rows, randomBytes(6).toString("hex"));
      const run = <T>(work: (rows: TenantRows) => Promise<T>): Promise<T> => asTenant(held.database, { tenant }, work);
      return {
        tenant,
        run,
        bearer: async (scopes = ["read", "scan", "triage", "admin"], repositories) => {
          const { secret } = await run((rows) => createToken(rows, { name: "test", scopes, ...(repositories && { repositories }) }));
          const bearer = await bearerOf(held.database, secret);
          if (bearer === undefined) throw new Error("the token is not known");
          return bearer;
        },
        ask: async (bearer, query, variables = {}) => (await (await post(bearer, query, variables, "application/json")).json()) as Answer,
        subscribe: (bearer, query, signal) => post(bearer, query, {}, "text/event-stream", signal),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await queue.rest(1000);
      await held[Symbol.asyncDispose]();
    },
  };
}
