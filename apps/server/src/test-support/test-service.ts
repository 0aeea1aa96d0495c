import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DatabasePlace } from "@muster/store";
import { serve, type Service, type ServeSettings } from "../serve.ts";

/** A service on a free port of this machine, with a folder whose repositories may be registered. */
export interface TestService extends AsyncDisposable {
  readonly service: Service;
  readonly token: string;
  readonly root: string;
  post(body: string, headers?: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response>;
  ask(query: string, variables?: object): Promise<{ readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] }>;
}

export async function startTestService(database: DatabasePlace, more: Partial<ServeSettings> = {}): Promise<TestService> {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-service-"));
  const service = await serve({
    database,
    http: { host: "127.0.0.1", port: 0, origins: ["https://dashboard.example.com"] },
    worker: { mirrors: { folder: path.join(folder, "mirrors"), policy: { roots: [folder], protocols: ["https"], privateHosts: false }, credentials: { find: async () => undefined }, limits: { timeoutMs: 10_000, bytes: 1_000_000 } }, scans: { plugins: [], threads: 1 } },
    concurrency: 1,
    ledgers: { folder: path.join(folder, "ledgers"), keys: path.join(folder, "ledger-keys"), name: "muster.test" },
    hookKey: "a key of the tests",
    version: "0.0.0",
    plugins: [],
    logLevel: "silent",
    ...more,
  });
  const token = service.firstToken ?? "";
  const post = (body: string, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<Response> => fetch(`${service.url}/graphql`, { method: "POST", body, ...(signal && { signal }), headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers } });
  return {
    service,
    token,
    root: folder,
    post,
    ask: async (query, variables = {}) => (await (await post(JSON.stringify({ query, variables }))).json()) as Awaited<ReturnType<TestService["ask"]>>,
    [Symbol.asyncDispose]: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
