import { asTenant, repositoriesById, scansById, triageHistories, type Bearer, type TenantRows } from "@muster/store";
import DataLoader from "dataloader";
import type { ApiContext, ApiServices } from "./context.ts";
import { SharedReads } from "./shared-reads.ts";

/** The context of one request: what it loads twice is read once. */
export function requestContext(services: ApiServices, bearer: Bearer): ApiContext {
  const run = <T>(work: (rows: TenantRows) => Promise<T>): Promise<T> => asTenant(services.database, bearer, work);
  const reads = new SharedReads(run);
  const read = <T>(work: (rows: TenantRows) => Promise<T>): Promise<T> => reads.read(work);
  return {
    services,
    bearer,
    run,
    read,
    repositories: byId(read, repositoriesById),
    scans: byId(read, scansById),
    triage: new DataLoader(async (findings) => {
      const found = await read((rows) => triageHistories(rows, findings));
      return findings.map((finding) => found.get(finding) ?? []);
    }),
  };
}

function byId<Row extends { readonly id: number }>(read: ApiContext["read"], find: (rows: TenantRows, ids: readonly number[]) => Promise<readonly Row[]>): DataLoader<number, Row | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await read((rows) => find(rows, ids))).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  });
}
