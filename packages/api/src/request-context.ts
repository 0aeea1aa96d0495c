import { asTenant, repositoriesById, scansById, type Bearer, type TenantRows } from "@muster/store";
import DataLoader from "dataloader";
import type { ApiContext, ApiServices } from "./context.ts";

/** The context of one request: what it loads twice is read once. */
export function requestContext(services: ApiServices, bearer: Bearer): ApiContext {
  const run = <T>(work: (rows: TenantRows) => Promise<T>): Promise<T> => asTenant(services.database, bearer, work);
  return { services, bearer, run, repositories: byId(run, repositoriesById), scans: byId(run, scansById) };
}

function byId<Row extends { readonly id: number }>(run: ApiContext["run"], read: (rows: TenantRows, ids: readonly number[]) => Promise<readonly Row[]>): DataLoader<number, Row | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await run((rows) => read(rows, ids))).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  });
}
